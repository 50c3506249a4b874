using System.Collections.Frozen;
using System.Reflection;

namespace Portfolio.Api.Progress;

// The packs that come with the product, and what local overlays make of them. A scheme has one where a public source puts it in numbers. These
// have none, and need none: their members have dates, hours and accounts. The founding Balint seminar, monthly groups of general
// practitioners, open-ended Australasian groups, students' groups, narrative-based and any other clinical supervision. Of these a number is said
// to exist and was found nowhere, so that whoever knows it publishes it: Ireland's mandatory group, Wales, Switzerland's share, and what the
// residencies ask of which a group is a part. A society's membership and three years' experience are no count of anything: who leads the
// accreditation looks at them.
internal static class RequirementPacks
{
    private static readonly Lazy<FrozenDictionary<string, RequirementPack>> Shipped = new(() => Load().ToFrozenDictionary(pack => pack.Id));

    public static IEnumerable<RequirementPack> All => Shipped.Value.Values.OrderBy(pack => pack.Id, StringComparer.Ordinal);

    public static string Named => string.Join(", ", All.Select(pack => pack.Id));

    public static RequirementPack? Find(string id) => Shipped.Value.GetValueOrDefault(id);

    private static List<RequirementPack> Load()
    {
        List<RequirementPack> packs = [.. Documents("Packs/").Select(each => Whole(each.Name, PackReader.Read(each.Bytes)))];
        packs.AddRange(Documents("Overlays/").Select(each => Whole(each.Name, PackOverlay.Apply(
            each.Bytes, (id, version) => packs.Find(pack => (pack.Id, pack.Version) == (id, version))))).ToList());
        return packs;
    }

    private static RequirementPack Whole(string name, PackReading reading) =>
        reading.Pack ?? throw new InvalidDataException($"{name}: {reading.Faults[0].Path} {reading.Faults[0].Reason}");

    private static IEnumerable<(string Name, byte[] Bytes)> Documents(string prefix)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (name, bytes.ToArray());
        }
    }
}

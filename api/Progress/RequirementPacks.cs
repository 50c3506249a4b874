using System.Collections.Frozen;
using System.Reflection;

namespace Portfolio.Api.Progress;

// The packs that come with the product.
internal static class RequirementPacks
{
    private const string Prefix = "Packs/";

    private static readonly Lazy<FrozenDictionary<string, RequirementPack>> Shipped = new(() => Load().ToFrozenDictionary(pack => pack.Id));

    public static IEnumerable<RequirementPack> All => Shipped.Value.Values.OrderBy(pack => pack.Id, StringComparer.Ordinal);

    public static string Named => string.Join(", ", All.Select(pack => pack.Id));

    public static RequirementPack? Find(string id) => Shipped.Value.GetValueOrDefault(id);

    private static IEnumerable<RequirementPack> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var (pack, faults) = PackReader.Read(bytes.ToArray());
            yield return pack ?? throw new InvalidDataException($"{name}: {faults[0].Path} {faults[0].Reason}");
        }
    }
}

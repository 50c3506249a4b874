using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Portfolio.Tests.Adapters.Leap2A;

// What an importer takes for granted of a Leap2A archive; every fault that is found, in words. An empty list is a good archive.
internal static class Leap2ACheck
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Leap2 = "http://terms.leapspecs.org/", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly HashSet<string> Types = ["leap2:activity", "leap2:meeting", "leap2:achievement", "leap2:ability", "leap2:resource"];

    private static readonly Dictionary<string, string> Inverses = new()
    {
        ["has_part"] = "is_part_of", ["has_evidence"] = "is_evidence_of", ["supports"] = "supported_by", ["has_outcome"] = "is_outcome_of",
        ["is_part_of"] = "has_part", ["is_evidence_of"] = "has_evidence", ["supported_by"] = "supports", ["is_outcome_of"] = "has_outcome",
    };

    public static XDocument Feed(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var file = archive.GetEntry("leap2a.xml")!.Open();
        return XDocument.Load(file);
    }

    public static IReadOnlyList<string> Faults(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. Faults(Feed(zip), archive.Entries.Select(entry => entry.FullName).ToHashSet())];
    }

    public static IEnumerable<string> Faults(XDocument document, IReadOnlySet<string> files)
    {
        var feed = document.Root!;
        if (feed.Name != Atom + "feed" || feed.Elements(Leap2 + "version").Count() != 1 || feed.Elements(Atom + "author").Count() != 1)
            yield return "feed: a version and an author";
        foreach (var name in new[] { "id", "title", "updated" })
            if (feed.Elements(Atom + name).Count() != 1)
                yield return $"feed: one {name}";
        var entries = feed.Elements(Atom + "entry").ToLookup(entry => (string)entry.Element(Atom + "id")!);
        foreach (var twice in entries.Where(entry => entry.Count() > 1))
            yield return $"{twice.Key}: twice";
        foreach (var entry in entries.SelectMany(entry => entry))
            foreach (var fault in Faults(entry, entries, files))
                yield return $"{(string)entry.Element(Atom + "id")!}: {fault}";
    }

    private static IEnumerable<string> Faults(XElement entry, ILookup<string, XElement> entries, IReadOnlySet<string> files)
    {
        var id = (string)entry.Element(Atom + "id")!;
        if (!id.StartsWith("portfolio:", StringComparison.Ordinal))
            yield return "id of the portfolio";
        if (entry.Elements(Rdf + "type").Select(type => (string?)type.Attribute(Rdf + "resource")).ToList() is not [{ } type] || !Types.Contains(type))
            yield return "one type, and none that importers stumble over";
        if (entry.Elements(Atom + "content").Count() != 1 || string.IsNullOrWhiteSpace((string?)entry.Element(Atom + "title")) || entry.Elements(Atom + "updated").Count() != 1)
            yield return "one content, a title, a time";
        var dates = entry.Elements(Leap2 + "date").ToList();
        if (dates.Count > 2 || dates.DistinctBy(date => (string?)date.Attribute(Leap2 + "point")).Count() != dates.Count
            || dates.Any(date => !DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            yield return "a start and an end at most";
        if (entry.Elements(Leap2 + "myrole").Count() > 1)
            yield return "one role";
        foreach (var link in entry.Elements(Atom + "link"))
        {
            var (relation, to) = (((string)link.Attribute("rel")!).Replace("leap2:", "", StringComparison.Ordinal), (string)link.Attribute("href")!);
            if (relation == "enclosure" ? !files.Contains(to) : !entries.Contains(to))
                yield return $"{relation} of what is not there";
            else if (relation != "enclosure" && !entries[to].First().Elements(Atom + "link").Any(back => (string)back.Attribute("rel")! == "leap2:" + Inverses[relation] && (string)back.Attribute("href")! == id))
                yield return $"{relation} is not said from the other end";
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>
/// A CASE 1.1 package, leniently: members that we do not know are passed over, links that the strict schema forbids too. What counts is documents, items, which is
/// whose child, and associations with items of frameworks that are known here.
/// </summary>
internal static class CaseReader
{
    public static FrameworkRead Read(JsonElement package, FrameworkHints hints)
    {
        var document = package.GetProperty("CFDocument");
        var (own, links) = (Own(document), Each(package, "CFAssociations").Select(Link.Of).OfType<Link>().ToList());
        var items = Each(package, "CFItems").Select((item, at) => (Item: item, At: at, Id: Text(item, "identifier") ?? $"CFItems[{at}]")).ToList();
        var codes = items.GroupBy(item => item.Id).ToDictionary(same => same.Key, same => CodeOf(same.First().Item, same.Key));
        var parents = links.Where(link => link.Type == "isChildOf").GroupBy(link => link.From).ToDictionary(same => same.Key, same => same.First());
        var maps = links.Where(link => link.Type is not "isChildOf" && !codes.ContainsKey(link.To)).ToLookup(link => link.From);
        var ordered = items.OrderBy(item => parents.GetValueOrDefault(item.Id)?.Sequence ?? int.MaxValue).ToList();
        var title = FrameworkText.Short(FrameworkText.Line(Text(document, "title") ?? ""), Fences.Name);
        var framework = new Framework(
            hints.Id ?? Text(own, "framework") ?? FrameworkText.Id(title), title, FrameworkText.Short(FrameworkText.Line(Text(document, "creator") ?? Text(document, "publisher") ?? "Not stated"), Fences.Name),
            hints.Version ?? Text(document, "version") ?? "1",
            [.. ordered.Select(item => ItemOf(item.Item, codes[item.Id], ParentOf(item.Id, Text(document, "identifier"), parents, codes), Mappings(maps[item.Id])))],
            Day(document, "statusStartDate"), Day(document, "statusEndDate"), Text(own, "supersedes"), Sources(document, own), Text(document, "notes"));
        return new(framework, (at, member) => at is { } of ? $"$.CFItems[{ordered[of].At}].{Member(member)}" : member == "items" ? "$.CFItems" : $"$.CFDocument.{Member(member)}",
            Whole: Text(own, "framework") is not null, NamesVersion: hints.Version is not null || Text(document, "version") is not null);
    }

    private static FrameworkItem ItemOf(JsonElement item, string code, string? parent, List<ItemMapping> mappings)
    {
        var (own, full, brief) = (Own(item), Text(item, "fullStatement") ?? "", Text(item, "abbreviatedStatement"));
        var line = FrameworkText.Line(brief ?? full);
        var (title, whole) = (FrameworkText.Short(line, Fences.Name), full.ReplaceLineEndings("\n").Trim());
        return new(code, title, parent, Text(item, "CFItemType"), Text(own, "provenance") ?? FrameworkItems.Loaded, Text(own, "titleProvenance"), whole == title ? null : whole,
            Text(own, "source"), Text(item, "notes"), mappings.Count == 0 ? null : mappings, Guid.TryParse(Text(item, "identifier"), out var id) ? id : null);
    }

    private static string CodeOf(JsonElement item, string id) => FrameworkText.Line(Text(item, "humanCodingScheme") ?? Text(item, "listEnumeration") ?? id);

    // A child of the document is at the top; a parent that is not in the package is named, so that it is found to be missing.
    private static string? ParentOf(string item, string? document, Dictionary<string, Link> parents, Dictionary<string, string> codes) =>
        parents.GetValueOrDefault(item) is not { } link || link.To == document ? null : codes.GetValueOrDefault(link.To, link.To);

    private static List<ItemMapping> Mappings(IEnumerable<Link> links) =>
    [
        .. links.Select(link => link switch
        {
            { Framework: { } framework, Code: { } code } => new ItemMapping(framework, code, link.Provenance ?? FrameworkItems.Loaded, link.Source),
            _ when Guid.TryParse(link.To, out var id) && Frameworks.OfItem(id) is { } known => new ItemMapping(known.Id, known.Item(id)!.Code),
            _ => null,
        }).OfType<ItemMapping>().DistinctBy(mapping => (mapping.Framework, mapping.Code)),
    ];

    private static string[]? Sources(JsonElement document, JsonElement own)
    {
        string[] sources = own.ValueKind == JsonValueKind.Object ? [.. Each(own, "sources").Where(source => source.ValueKind == JsonValueKind.String).Select(source => source.GetString()!)]
            : [.. new[] { Text(document, "officialSourceURL") }.OfType<string>()];
        return sources.Length == 0 ? null : sources;
    }

    private static string Member(string ours) => ours switch
    {
        "id" => "title", "issuer" => "creator", "validFrom" => "statusStartDate", "validUntil" => "statusEndDate", "code" => "humanCodingScheme",
        "parent" => "isChildOf", "kind" => "CFItemType", "description" => "fullStatement", "note" => "notes", "itemId" => "identifier", _ => ours,
    };

    private static DateOnly? Day(JsonElement of, string name) =>
        DateOnly.TryParseExact(Text(of, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    private static JsonElement Own(JsonElement of) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty("extensions", out var more) && more.ValueKind == JsonValueKind.Object && more.TryGetProperty(CaseWriter.Extension, out var own) ? own : default;

    private static List<JsonElement> Each(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private sealed record Link(string Type, string From, string To, int? Sequence, string? Framework, string? Code, string? Provenance, string? Source)
    {
        public static Link? Of(JsonElement of)
        {
            if (of.ValueKind != JsonValueKind.Object || End(of, "originNodeURI") is not { } from || End(of, "destinationNodeURI") is not { } to)
                return null;
            var own = Own(of);
            var sequence = of.TryGetProperty("sequenceNumber", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : (int?)null;
            return new(Text(of, "associationType") ?? "", from, to, sequence, Text(own, "framework"), Text(own, "code"), Text(own, "provenance"), Text(own, "source"));
        }

        private static string? End(JsonElement of, string name) => of.TryGetProperty(name, out var end) ? Text(end, "identifier") : null;
    }
}

using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>Mahara's `.matrix`: standards, and elements below them, which may lie below each other.</summary>
internal static class MatrixReader
{
    private sealed record Row(FrameworkItem Item, string Place);

    public static FrameworkRead Read(JsonElement matrix, FrameworkHints hints)
    {
        var framework = matrix.GetProperty("framework");
        var (standards, elements) = (Each(framework, "standards"), Each(framework, "standardelements"));
        var codes = standards.GroupBy(standard => Text(standard.Item, "standardid")).ToDictionary(same => same.Key, same => Code(same.First().Item), StringComparer.Ordinal);
        var codesOfElements = elements.GroupBy(element => Text(element.Item, "elementid")).ToDictionary(same => same.Key, same => Code(same.First().Item), StringComparer.Ordinal);
        var below = elements.ToLookup(element => Text(element.Item, "standardid"), StringComparer.Ordinal);
        List<Row> rows =
        [
            .. standards.SelectMany(standard => below[Text(standard.Item, "standardid")].Select(Element).Prepend(new(Item(standard.Item, null), standard.Place))),
            // Below a standard that is not there: named, so that it is found to be missing.
            .. elements.Where(element => !codes.ContainsKey(Text(element.Item, "standardid"))).Select(Element),
        ];
        var name = FrameworkText.Whole(Text(framework, "name"), Text(framework, "description"));
        var read = new Framework(
            hints.Id ?? FrameworkText.Id(name.Title), name.Title, "Not stated", hints.Version ?? "1", [.. rows.Select(row => row.Item)], Note: name.Text is { } text ? FrameworkText.Short(text, FrameworkCheck.LongestNote) : null);
        return new(read, (at, member) => at is { } of ? $"{rows[of].Place}.{Member(member)}" : $"$.framework.{Member(member)}", Whole: false, NamesVersion: hints.Version is not null);

        Row Element((JsonElement Item, string Place) element) => new(Item(element.Item, Text(element.Item, "parentelementid") is { Length: > 0 } parent
            ? codesOfElements.GetValueOrDefault(parent, parent)
            : codes.GetValueOrDefault(Text(element.Item, "standardid"), $"standard {Text(element.Item, "standardid")}")), element.Place);
    }

    private static FrameworkItem Item(JsonElement of, string? parent)
    {
        var (title, text) = FrameworkText.Whole(Text(of, "name"), Text(of, "description"));
        return new(Code(of), title, parent, Description: text);
    }

    private static string Code(JsonElement of) => FrameworkText.Line(Text(of, "shortname") is { Length: > 0 } code ? code : Text(of, "elementid"));

    private static string Member(string ours) => ours switch
    {
        "code" => "shortname", "title" => "name", "parent" => "parentelementid", "items" => "standards", "id" => "name", _ => ours,
    };

    // Ids are numbers here and text there.
    private static string Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString()!.Trim(), JsonValueKind.Number => value.GetRawText(), _ => "" }
        : "";

    private static List<(JsonElement Item, string Place)> Each(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select((item, at) => (item, $"$.framework.{name}[{at}]"))]
        : [];
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>What of a list is asked for, in CASE's own parameters: sort, filter, page, members.</summary>
internal sealed partial class CaseSelection
{
    public const int Most = 1000, Usual = 100;

    // What an answer cannot be without.
    private static readonly string[] Always = ["identifier", "uri", "creator", "title", "lastChangeDateTime", "CFPackageURI"];

    public static readonly IReadOnlyList<string> Members =
        [.. Always, "caseVersion", "frameworkType", "officialSourceURL", "version", "statusStartDate", "statusEndDate", "notes", "extensions"];

    private sealed record Test(string Member, string By, string Value, bool Or);

    private readonly List<Test> tests = [];
    private string? sort;
    private bool down;
    private string[]? fields;

    [GeneratedRegex(@"\G\s*(?:(AND|OR)\s+)?(\w+)\s*(!=|>=|<=|=|>|<|~)\s*'([^']*)'")]
    private static partial Regex Comparison();

    public int Limit { get; private set; } = Usual;

    public int Offset { get; private set; }

    /// <returns>Why it cannot be, or nothing.</returns>
    public static CaseRefusal? Read(IQueryCollection query, out CaseSelection selection)
    {
        selection = new();
        foreach (var name in new[] { "limit", "offset", "sort", "orderBy", "filter", "fields" })
            if (query[name].Count > 0 && selection.Take(name, query[name].ToString()) is { } refusal)
                return refusal;
        return null;
    }

    /// <summary>The page, and how many there are without it.</summary>
    public (IReadOnlyList<CaseDocument> Page, int Total) Of(IEnumerable<CaseDocument> documents)
    {
        var nodes = documents.Select(document => (Document: document, Node: JsonSerializer.SerializeToNode(document, Json.Options)!.AsObject())).Where(of => Fits(of.Node)).ToList();
        var key = sort ?? "identifier";
        var ordered = down ? nodes.OrderByDescending(of => Text(of.Node, key), StringComparer.Ordinal) : nodes.OrderBy(of => Text(of.Node, key), StringComparer.Ordinal);
        return ([.. ordered.ThenBy(of => of.Document.Identifier).Skip(Offset).Take(Limit).Select(of => Chosen(of.Document))], nodes.Count);
    }

    private CaseRefusal? Take(string name, string value)
    {
        switch (name)
        {
            case "limit" or "offset":
                if (!int.TryParse(value, out var number) || number < (name == "limit" ? 1 : 0) || (name == "limit" && number > Most))
                    return CaseStatus.Selection($"{name}: write a whole number{(name == "limit" ? $" from 1 to {Most}" : " from 0")}.");
                (Limit, Offset) = name == "limit" ? (number, Offset) : (Limit, number);
                return null;
            case "sort":
                sort = value;
                return Members.Contains(value) ? null : CaseStatus.Sort("There is no such member to sort by.");
            case "orderBy":
                down = value == "desc";
                return value is "asc" or "desc" ? null : CaseStatus.Sort("orderBy: write asc or desc.");
            case "fields":
                fields = value.Split(',', StringSplitOptions.TrimEntries);
                return fields.All(Members.Contains) ? null : CaseStatus.Selection("fields: there is no such member.");
            default:
                return Filter(value);
        }
    }

    private CaseRefusal? Filter(string filter)
    {
        var at = 0;
        while (at < filter.TrimEnd().Length)
        {
            var found = Comparison().Match(filter, at);
            if (!found.Success || found.Groups[1].Success != at > 0 || !Members.Contains(found.Groups[2].Value))
                return CaseStatus.Selection("filter: compare members with values in single quotes, with AND or OR between.");
            tests.Add(new(found.Groups[2].Value, found.Groups[3].Value, found.Groups[4].Value, found.Groups[1].Value == "OR"));
            at = found.Index + found.Length;
        }
        return tests.Count == 0 ? CaseStatus.Selection("filter: write what to compare.") : null;
    }

    // AND binds closer than OR.
    private bool Fits(JsonObject node)
    {
        var (any, all) = (false, true);
        foreach (var test in tests)
            (any, all) = test.Or ? (any || all, Fits(node, test)) : (any, all && Fits(node, test));
        return any || all;
    }

    private static bool Fits(JsonObject node, Test test)
    {
        var (text, order) = (Text(node, test.Member), string.CompareOrdinal(Text(node, test.Member), test.Value));
        return test.By switch
        {
            "=" => order == 0, "!=" => order != 0, ">" => order > 0, ">=" => order >= 0, "<" => order < 0, "<=" => order <= 0,
            _ => text.Contains(test.Value, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static string Text(JsonObject node, string member) => node[member] switch { null => "", JsonValue value => value.ToString(), var other => other.ToJsonString() };

    private CaseDocument Chosen(CaseDocument document) => fields is null ? document : document with
    {
        CaseVersion = Keep("caseVersion", document.CaseVersion), FrameworkType = Keep("frameworkType", document.FrameworkType),
        OfficialSourceUrl = Keep("officialSourceURL", document.OfficialSourceUrl), Version = Keep("version", document.Version),
        StatusStartDate = fields.Contains("statusStartDate") ? document.StatusStartDate : null, StatusEndDate = fields.Contains("statusEndDate") ? document.StatusEndDate : null,
        Notes = Keep("notes", document.Notes), Extensions = Keep("extensions", document.Extensions),
    };

    private T? Keep<T>(string member, T? value) where T : class => fields!.Contains(member) ? value : null;
}

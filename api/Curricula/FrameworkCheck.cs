using System.Text.RegularExpressions;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Curricula;

/// <summary>Whether a framework that is handed in can be one: every finding by its place in what was handed in.</summary>
internal sealed partial class FrameworkCheck(FrameworkRead read, FrameworkFindings findings)
{
    public const int MostItems = 5000, MostMappings = 20, MostSources = 50, LongestCode = 64, LongestKind = 40, LongestVersion = 100, LongestText = 4000, LongestNote = 1000, LongestUrl = 500;

    private readonly Framework framework = read.Framework;

    [GeneratedRegex(Fences.Key)]
    private static partial Regex IdShape();

    public static void Run(FrameworkRead read, FrameworkFindings findings) => new FrameworkCheck(read, findings).Run();

    private void Run()
    {
        Whole();
        for (var at = 0; at < framework.Items.Count; at++)
            One(at, framework.Items[at]);
        Codes();
        // Where a code stands twice it is not known which one is meant.
        if (!findings.Any)
            Parents();
    }

    private void Whole()
    {
        Wrong(!IdShape().IsMatch(framework.Id), null, "id", framework.Id, "lower-case letters, digits and hyphens, at most 63, such as our-core-2026");
        Wrong(!ShortText.Is(framework.Title), null, "title", framework.Title, Line(Fences.Name));
        Wrong(!ShortText.Is(framework.Issuer), null, "issuer", framework.Issuer, Line(Fences.Name));
        Wrong(!ShortText.Is(framework.Version, LongestVersion), null, "version", framework.Version, Line(LongestVersion));
        Wrong(framework.Supersedes is { } old && (!IdShape().IsMatch(old) || old == framework.Id), null, "supersedes", framework.Supersedes, "the id of another framework, or left out");
        Wrong(framework.ValidFrom is { } first && !IsDay(first), null, "validFrom", $"{framework.ValidFrom:yyyy-MM-dd}", "a day from 1990 to 2199, or left out");
        Wrong(framework.ValidUntil is { } last && (!IsDay(last) || last < framework.ValidFrom), null, "validUntil", $"{framework.ValidUntil:yyyy-MM-dd}", "a day from the first on which it applies to 2199, or left out");
        Wrong(framework.Sources is { Count: > MostSources }, null, "sources", $"{framework.Sources?.Count} addresses", $"at most {MostSources}");
        foreach (var source in framework.Sources ?? [])
            Wrong(!IsUrl(source), null, "sources", source, Address);
        Wrong(framework.Note is { } note && !IsProse(note, LongestNote), null, "note", framework.Note, Prose(LongestNote));
        Wrong(framework.Items.Count is 0 or > MostItems, null, "items", $"{framework.Items.Count} items", $"1 to {MostItems} items");
    }

    private void One(int at, FrameworkItem item)
    {
        Wrong(!ShortText.Is(item.Code, LongestCode), at, "code", item.Code, Line(LongestCode));
        Wrong(!ShortText.Is(item.Title), at, "title", item.Title, Line(Fences.Name));
        Wrong(item.Kind is { } kind && !ShortText.Is(kind, LongestKind), at, "kind", item.Kind, Line(LongestKind));
        Wrong(!FrameworkItems.Provenances.Contains(item.Provenance), at, "provenance", item.Provenance, OneOf);
        Wrong(item.TitleProvenance is { } words && !FrameworkItems.Provenances.Contains(words), at, "titleProvenance", item.TitleProvenance, OneOf);
        Wrong(item.Description is { } text && !IsProse(text, LongestText), at, "description", item.Description, Prose(LongestText));
        Wrong(item.Note is { } note && !IsProse(note, LongestNote), at, "note", item.Note, Prose(LongestNote));
        Wrong(item.Source is { } source && !IsUrl(source), at, "source", item.Source, Address);
        Wrong(item.MapsTo is { Count: > MostMappings }, at, "mapsTo", $"{item.MapsTo?.Count} items", $"at most {MostMappings}");
        foreach (var mapping in item.MapsTo ?? [])
        {
            Wrong(!IdShape().IsMatch(mapping.Framework) || mapping.Framework == framework.Id, at, "mapsTo.framework", mapping.Framework, "the id of another framework");
            Wrong(!ShortText.Is(mapping.Code, LongestCode), at, "mapsTo.code", mapping.Code, Line(LongestCode));
            Wrong(!FrameworkItems.Provenances.Contains(mapping.Provenance), at, "mapsTo.provenance", mapping.Provenance, OneOf);
            Wrong(mapping.Source is { } where && !IsUrl(where), at, "mapsTo.source", mapping.Source, Address);
        }
        if (item.MapsTo?.GroupBy(mapping => (mapping.Framework, mapping.Code)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            Wrong(true, at, "mapsTo", $"{twice.Key.Framework} {twice.Key.Code}", "there once");
        Wrong(item.ItemId is { } id && Frameworks.OfItem(id) is { } other && other.Id != framework.Id, at, "itemId", $"{item.ItemId}", "another id: an item of another framework has this one");
    }

    private void Codes()
    {
        var (codes, ids) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<Guid>());
        for (var at = 0; at < framework.Items.Count; at++)
        {
            Wrong(!codes.Add(framework.Items[at].Code), at, "code", framework.Items[at].Code, "unique: another item has this code");
            Wrong(framework.Items[at].ItemId is { } id && !ids.Add(id), at, "itemId", $"{framework.Items[at].ItemId}", "unique: another item has this id");
        }
    }

    private void Parents()
    {
        var byCode = framework.Items.ToDictionary(item => item.Code, StringComparer.Ordinal);
        for (var at = 0; at < framework.Items.Count; at++)
            Wrong(framework.Items[at].Parent is { } parent && !byCode.ContainsKey(parent), at, "parent", framework.Items[at].Parent, "the code of an item of this framework");
        if (findings.Any)
            return;
        var sound = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < framework.Items.Count; at++)
        {
            var way = new List<string>();
            for (var item = framework.Items[at]; !sound.Contains(item.Code); item = byCode[item.Parent])
            {
                if (way.Contains(item.Code))
                {
                    Wrong(true, at, "parent", string.Join(" under ", [.. way, item.Code]), "an item that is not below this one");
                    break;
                }
                way.Add(item.Code);
                if (item.Parent is null)
                    break;
            }
            sound.UnionWith(way);
        }
    }

    private void Wrong(bool isWrong, int? item, string member, string? value, string fix)
    {
        if (isWrong)
            findings.Add(read.Place(item, member), value, fix);
    }

    private static string OneOf => $"one of {string.Join(", ", FrameworkItems.Provenances)}";

    private const string Address = "a web address that begins with https:// or http://, at most 500 characters";

    private static string Line(int most) => $"1 to {most} characters on one line, nothing invisible, no space at either end";

    private static string Prose(int most) => $"1 to {most} characters of plain text";

    private static bool IsDay(DateOnly day) => day >= Fences.FirstDay && day <= Fences.LastDay;

    private static bool IsProse(string text, int most) => text.Length <= most && text.Length > 0 && text.Split('\n').All(line => line.Length == 0 || ShortText.Is(line, most));

    private static bool IsUrl(string text) =>
        text.Length <= LongestUrl && !text.Any(letter => letter is <= ' ' or > '~') && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}

using System.Text.RegularExpressions;
using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

// What an overlay may say at all, before anything is changed.
internal static partial class OverlayCheck
{
    public static IEnumerable<DocumentFault> Faults(PackOverlay overlay)
    {
        if (!PackShape.IsKey(overlay.Id)) yield return new("$.id", PackShape.KeyShape);
        if (!PackShape.IsKey(overlay.Over.Id)) yield return new("$.over.id", PackShape.KeyShape);
        if (overlay.Over.Version < 1) yield return new("$.over.version", "versions count from 1");
        if (overlay.Changes.Count is 0 or > 50) yield return new("$.changes", "1 to 50 changes");
        for (var i = 0; i < overlay.Changes.Count; i++)
        {
            var (path, change) = ($"$.changes[{i}]", overlay.Changes[i]);
            if (!At().IsMatch(change.At)) yield return new($"{path}.at", "a member of the pack, or of one of its rules or steps by id, such as $.rules[sessions].minimum");
            if (string.IsNullOrWhiteSpace(change.Why) || change.Why.Length > 500) yield return new($"{path}.why", "1 to 500 characters");
            if (overlay.Changes.Take(i).Any(earlier => Overlap(earlier.At, change.At))) yield return new($"{path}.at", "an earlier change is of the same part");
        }
    }

    public static (string Member, string? Id, string? Part) Parts(string at)
    {
        var match = At().Match(at);
        var (id, part) = (match.Groups["id"], match.Groups["part"]);
        return (match.Groups["member"].Value, id.Success ? id.Value : null, part.Success ? part.Value : null);
    }

    private static bool Overlap(string one, string other) => one == other || $"{one}.".StartsWith($"{other}.", StringComparison.Ordinal)
        || $"{other}.".StartsWith($"{one}.", StringComparison.Ordinal);

    // Neither what names the pack nor how a rule counts: with another unit, kind or form it would be another rule, under another id.
    private const string Members = "grades|deadlines|competencies|clockStopsMove|lessThanFullTime|evidenceCutOff|expectedMonths|unlocks|credits";

    [GeneratedRegex($@"^\$\.(?<member>{Members}|(?:rules|confirmation)\[(?<id>[a-z0-9-]{{1,64}})\](?:\.(?!(id|kind|unit|type|act)\z)(?<part>[a-zA-Z]{{1,40}}))?)\z")]
    private static partial Regex At();
}

using System.Text.Json.Nodes;

namespace Portfolio.Api.Progress;

/// <summary>A small document that changes a pack for a place: whose pack, and what differs there and why.</summary>
internal sealed record PackOverlay(
    OverlayOf Over,
    string Id,
    int Version,
    IReadOnlyDictionary<string, string> Title,
    DateOnly ValidFrom,
    IReadOnlyList<OverlayChange> Changes,
    DateOnly? ValidTo = null,
    string? Language = null)
{
    // A pack that rests on this many others can be read by nobody.
    private const int MostBeneath = 5;

    public static bool Is(JsonNode? document) => document is JsonObject members && members.ContainsKey("changes");

    /// <summary>The whole pack that an overlay makes of the one beneath it, or why it makes none.</summary>
    /// <param name="find">A version of a pack by its id.</param>
    /// <param name="knows">Whether a framework has an item; left out where nobody can tell.</param>
    public static PackReading Apply(ReadOnlySpan<byte> utf8, Func<string, int, RequirementPack?> find, Func<string, string, bool>? knows = null)
    {
        var (overlay, faults) = PackReader.Document<PackOverlay>(utf8);
        if (overlay is null) return new(null, faults);
        if (OverlayCheck.Faults(overlay).ToList() is { Count: > 0 } shape) return new(null, shape);
        if (find(overlay.Over.Id, overlay.Over.Version) is not { } beneath) return Refused("$.over", "no such version of a pack");
        if (Circle(overlay, beneath, find) is { } circle) return Refused("$.over", circle);
        if (overlay.ValidFrom < beneath.ValidFrom) return Refused("$.validFrom", "before the pack beneath is valid");
        if (beneath.ValidTo is { } end && (overlay.ValidTo is null || overlay.ValidTo > end)) return Refused("$.validTo", "the pack beneath ends earlier");
        return OverlayChanges.On(beneath, overlay, knows);
    }

    private static string? Circle(PackOverlay overlay, RequirementPack beneath, Func<string, int, RequirementPack?> find)
    {
        var pack = beneath;
        for (var depth = 1; pack is not null; depth++)
        {
            if (pack.Id == overlay.Id) return $"goes in a circle: {overlay.Id} already lies beneath";
            if (depth > MostBeneath) return $"rests on more than {MostBeneath} packs";
            pack = pack.Over is { } over ? find(over.Id, over.Version) : null;
        }

        return null;
    }

    private static PackReading Refused(string path, string reason) => new(null, [new(path, reason)]);
}

internal sealed record OverlayOf(string Id, int Version);

/// <param name="At">A member of the pack, a whole rule or step by its id, or a member of one: <c>$.rules[sessions].minimum</c>.</param>
/// <param name="Value">What is to stand there, whole: a number with its source.</param>
/// <param name="AsksLess">Says that less is asked here than beneath; without it that is refused.</param>
internal sealed record OverlayChange(string At, JsonNode Value, string Why, bool AsksLess = false);

using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

internal sealed record PackReading(RequirementPack? Pack, IReadOnlyList<DocumentFault> Faults);

internal static class PackReader
{
    public const int MostBytes = 256 * 1024;

    /// <param name="knows">Whether a framework has an item; left out where nobody can tell.</param>
    public static PackReading Read(ReadOnlySpan<byte> utf8, Func<string, string, bool>? knows = null)
    {
        var (pack, faults) = Document<RequirementPack>(utf8);
        return pack is null ? new(null, faults) : PackCheck.Faults(pack, knows) is { Count: > 0 } found ? new(null, found) : new(pack, []);
    }

    /// <summary>A pack that somebody hands in: what it is over is worked out from an overlay, and never taken from whoever says so.</summary>
    public static PackReading Handed(ReadOnlySpan<byte> utf8, Func<string, string, bool>? knows = null) => Read(utf8, knows) switch
    {
        { Pack.Over: not null } => new(null, [new("$.over", "hand in the overlay itself: the whole pack is made of it here")]),
        var reading => reading,
    };

    public static (T? Document, IReadOnlyList<DocumentFault> Faults) Document<T>(ReadOnlySpan<byte> utf8) where T : class =>
        DocumentReader.Read<T>(utf8, MostBytes, "a pack");
}

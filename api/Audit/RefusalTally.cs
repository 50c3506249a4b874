using System.Net;

namespace Portfolio.Api.Audit;

/// <summary>
/// Refusals, bounded: whoever knocks a million times must not fill the disk. In each minute the first few of each source are written one by one and the rest as
/// one entry that says how many. A source is a person or a platform; of strangers, an address, and beyond a number of addresses all others together.
/// </summary>
internal sealed class RefusalTally(TimeProvider clock)
{
    public const int OneByOne = 3;
    public const int Strangers = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock taken = new();
    private readonly Dictionary<Source, Tally> tallies = [];
    private long began = clock.GetTimestamp();

    private readonly record struct Source(Guid Programme, Guid? Who, IPAddress? From);

    private sealed record Tally(Noted Last, int Times);

    /// <summary>Whether this one is written now; otherwise it is counted.</summary>
    public bool Admits(Noted noted)
    {
        lock (taken)
        {
            var source = SourceOf(noted);
            var times = tallies.GetValueOrDefault(source)?.Times ?? 0;
            tallies[source] = new(source is { Who: null, From: null } ? noted with { From = null } : noted, times + 1);
            return times < OneByOne;
        }
    }

    /// <summary>What was counted in a minute that is over, or so far.</summary>
    public IReadOnlyList<Noted> Counted(bool soFar = false)
    {
        lock (taken)
        {
            if (!soFar && clock.GetElapsedTime(began) < Window)
                return [];
            List<Noted> counted = [.. tallies.Values.Where(tally => tally.Times > OneByOne).Select(Rest)];
            tallies.Clear();
            began = clock.GetTimestamp();
            return counted;
        }
    }

    private static Noted Rest(Tally tally) => tally.Last with { Times = tally.Times - OneByOne };

    private Source SourceOf(Noted noted)
    {
        if ((noted.Person ?? noted.Platform) is { } who)
            return new(noted.Programme, who, null);
        var stranger = new Source(noted.Programme, null, noted.From);
        return tallies.ContainsKey(stranger) || tallies.Keys.Count(source => source.Programme == noted.Programme && source.Who is null) < Strangers
            ? stranger
            : new(noted.Programme, null, null);
    }
}

using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>One meeting of a person, whatever vouches for it.</summary>
/// <param name="Meeting">What tells it from others: the session, or what was written down.</param>
/// <param name="Peers">Whoever else took part: each by an id and a profession, or as a number.</param>
internal sealed record MetFact(
    Guid Meeting, DateOnly Date, string Form, string Mode, string Role, int Minutes, IReadOnlyList<(string Name, string As)> With, IReadOnlyList<PeerFact> Peers);

/// <param name="Id">Nothing where peers were written down as a number.</param>
internal sealed record PeerFact(Guid? Id, string? Profession, int Number = 1);

/// <summary>How often, how, and with whom: the same for whoever asks and whatever scheme it is for.</summary>
internal static class FormalAccounts
{
    public const string ProfessionNotSaid = "not-said";

    /// <param name="titles">What each form of meeting is called.</param>
    public static MeetingsAccount Of(IReadOnlyList<MetFact> facts, IReadOnlyDictionary<string, string> titles)
    {
        // Somebody who took part and led was there once.
        var meetings = facts.GroupBy(fact => fact.Meeting).Select(of => (of.First().Date, Minutes: of.Max(fact => fact.Minutes))).ToList();
        var gaps = Gaps([.. meetings.Select(meeting => meeting.Date).Distinct().Order()]);
        return new(
            meetings.Count, meetings.Sum(meeting => meeting.Minutes), gaps.Count < 2 ? null : Median(gaps), gaps.Count == 0 ? null : gaps.Max(),
            [
                .. facts.GroupBy(fact => (fact.Form, fact.Mode, fact.Role))
                    .Select(of => new MeetingsOfOneWay(of.Key.Form, titles.GetValueOrDefault(of.Key.Form, of.Key.Form), of.Key.Mode, of.Key.Role, of.Count(), of.Sum(fact => fact.Minutes)))
                    .OrderBy(way => way.Form, StringComparer.Ordinal).ThenBy(way => way.Role, StringComparer.Ordinal).ThenBy(way => way.Mode, StringComparer.Ordinal),
            ],
            [
                .. facts.SelectMany(fact => fact.With.Select(with => (fact.Meeting, with.Name, with.As))).Distinct().GroupBy(with => (with.Name, with.As))
                    .Select(of => new MetWith(of.Key.Name, of.Key.As, of.Count()))
                    .OrderByDescending(with => with.Times).ThenBy(with => with.Name, StringComparer.Ordinal).ThenBy(with => with.As, StringComparer.Ordinal),
            ],
            [
                .. facts.SelectMany(fact => fact.Peers).GroupBy(peer => peer.Profession ?? ProfessionNotSaid)
                    .Select(of => new PeersOfProfession(of.Key, Number([.. of]))).OrderBy(peers => peers.Profession, StringComparer.Ordinal),
            ]);
    }

    // Whoever is known is counted once; of numbers that were written down, the largest is sure to be other people.
    private static int Number(IReadOnlyList<PeerFact> peers) => Math.Max(
        peers.Where(peer => peer.Id is not null).Select(peer => peer.Id).Distinct().Count(), peers.Where(peer => peer.Id is null).Select(peer => peer.Number).DefaultIfEmpty().Max());

    private static List<int> Gaps(List<DateOnly> days) => [.. days.Zip(days.Skip(1), (earlier, later) => later.DayNumber - earlier.DayNumber)];

    private static int Median(List<int> gaps) => gaps.Order().ElementAt((gaps.Count - 1) / 2);
}

using System.Globalization;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What whoever confirms should look at first, the weightiest first.</summary>
internal static class EvidenceExceptions
{
    public static IReadOnlyList<EvidenceNotice> Of(
        TraineeFacts facts, TraineeProgress progress, IReadOnlyList<EvidenceRecord> records, HashSet<Guid> queried, DateOnly asOf)
    {
        var urls = records.ToDictionary(record => $"{record.RecordId:D}", record => record.Url);
        var counted = records.Where(record => record.Counts.Count > 0).ToList();
        return
        [
            .. progress.Rules.Where(rule => !rule.Met).Select(rule => new EvidenceNotice(
                "not-met", $"{Number(rule.Have)} of {Number(rule.Need)}; {Number(rule.StillNeeded)} still needed.", rule.Id, [])),
            .. progress.Rules.SelectMany(rule => rule.Lacks.Select(lack => new EvidenceNotice(lack.Code, lack.Why, rule.Id, []))),
            .. Where(progress.DeadlineEstimated, "estimated", "The deadline is worked out from an earlier grade: the placement it hangs on is not known yet."),
            .. Where(progress.Rules.Any(rule => rule.SessionsLeftEstimated > 0), "estimated", "Some of the sessions left are not planned yet."),
            .. Of("queried", "Somebody says that the register behind it is not right.", records.Where(record => queried.Contains(record.RecordId))),
            .. Of("attested", "Closed by somebody else, because no leader of that day could sign.", counted.Where(record => record.Provenance == "attested")),
            .. Of("imported", "Taken over from paper or another system.", counted.Where(record => record is { Provenance: "imported", Kind: not "recorded-elsewhere" })),
            .. Of("elsewhere", "Held by another system or on paper; it is not ours.", counted.Where(record => record.Kind == "recorded-elsewhere")),
            .. progress.Rules.SelectMany(rule => rule.NotCounted.GroupBy(not => (not.Code, not.Why)).Select(same => new EvidenceNotice(
                same.Key.Code, same.Key.Why, rule.Id, [.. same.Select(not => urls.GetValueOrDefault(not.Record)).OfType<string>()]))),
            .. Unsigned(facts, asOf),
            .. progress.Rules.Where(rule => rule.Unconfirmed.Count > 0).Select(rule => new EvidenceNotice(
                "unconfirmed", $"No public source confirms: {string.Join(", ", rule.Unconfirmed)}.", rule.Id, [])),
        ];
    }

    private static IEnumerable<EvidenceNotice> Unsigned(TraineeFacts facts, DateOnly asOf)
    {
        var open = facts.Sessions.Count(session => session.State is SessionState.Planned && session.Date < asOf);
        return Where(open > 0, "unsigned", $"{open} past sessions of their groups are not signed.");
    }

    private static IEnumerable<EvidenceNotice> Of(string code, string says, IEnumerable<EvidenceRecord> records) =>
        records.Select(record => record.Url).ToList() is { Count: > 0 } urls ? [new(code, says, null, urls)] : [];

    private static IEnumerable<EvidenceNotice> Where(bool holds, string code, string says) => holds ? [new(code, says, null, [])] : [];

    private static string Number<T>(T value) where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}

using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

// Where one pack asks for less than another: a place may ask for more than its region, and says so where it asks for less.
internal static class AsksLess
{
    public static IEnumerable<DocumentFault> Of(RequirementPack before, RequirementPack after) =>
        Whole(before, after)
            .Concat(before.Rules.SelectMany(rule => Rules($"$.rules[{rule.Id}]", rule, after.Rules.FirstOrDefault(other => other.Id == rule.Id))))
            .Concat((before.Confirmation ?? []).SelectMany(step => Steps($"$.confirmation[{step.Id}]", step, after)))
            .Where(each => each.Less).Select(each => new DocumentFault(each.Path, "asks for less than the pack beneath; an overlay that means to says \"asksLess\": true"));

    private static IEnumerable<(string Path, bool Less)> Whole(RequirementPack before, RequirementPack after) =>
    [
        // The last day decides, and no earlier one may go: whoever misses it is behind.
        ("$.deadlines", before.Deadlines is [.., var last] && !(after.Deadlines is [.., var now] && NoLater(now, last)
            && before.Deadlines.All(was => after.Deadlines.Any(each => NoLater(each, was))))),
        ("$.clockStopsMove", Wider(before.ClockStopsMove, after.ClockStopsMove)),
        ("$.lessThanFullTime", after.LessThanFullTime is { Value: not LessThanFullTime.None } given && given.Value != before.LessThanFullTime?.Value),
        ("$.evidenceCutOff", Dropped(before.EvidenceCutOff, after.EvidenceCutOff)),
    ];

    // Two deadlines of unlike kinds cannot be compared: then it is less until the overlay says so.
    private static bool NoLater(PackDeadline one, PackDeadline other) =>
        one.At == other.At && one.Grade?.Value == other.Grade?.Value && !(one.On?.Value > other.On?.Value) && !(one.Months?.Value > other.Months?.Value);

    private static IEnumerable<(string Path, bool Less)> Rules(string path, Rule before, Rule? after) =>
    [
        ($"{path}.requires", (before.Requires ?? []).Except(after?.Requires ?? []).Any()),
        .. (before, after) switch
        {
            (SessionsRule one, SessionsRule other) => Sessions(path, one, other),
            (PresentationsRule one, PresentationsRule other) => Presentations(path, one, other),
            (SpanRule one, SpanRule other) => Span(path, one, other),
            (AssessmentsRule one, AssessmentsRule other) when one.Type == other.Type => Assessments(path, one, other),
            (ElsewhereRule one, ElsewhereRule other) when one.Unit == other.Unit => Elsewhere(path, one, other),
            _ => [(path, true)],
        },
    ];

    private static IEnumerable<(string Path, bool Less)> Presentations(string path, PresentationsRule one, PresentationsRule other) =>
    [
        ($"{path}.minimum", other.Minimum.Value < one.Minimum.Value), ($"{path}.roles", Wider(one.Roles, other.Roles)),
        ($"{path}.accepted", Wider(one.Accepted, other.Accepted)),
    ];

    private static IEnumerable<(string Path, bool Less)> Span(string path, SpanRule one, SpanRule other) =>
    [
        ($"{path}.minimumMonths", other.MinimumMonths.Value < one.MinimumMonths.Value), ($"{path}.forms", Wider(one.Forms, other.Forms)),
        ($"{path}.accepted", Wider(one.Accepted, other.Accepted)),
    ];

    private static IEnumerable<(string Path, bool Less)> Assessments(string path, AssessmentsRule one, AssessmentsRule other) =>
    [
        ($"{path}.minimum", other.Minimum.Value < one.Minimum.Value), ($"{path}.passes", Wider(one.Passes, other.Passes)),
        ($"{path}.accepted", Wider(one.Accepted, other.Accepted)),
        ($"{path}.everyMonths", Above(one.EveryMonths?.Value, other.EveryMonths?.Value)),
        ($"{path}.sessionsTogether", Below(one.SessionsTogether?.Value, other.SessionsTogether?.Value)),
    ];

    private static IEnumerable<(string Path, bool Less)> Elsewhere(string path, ElsewhereRule one, ElsewhereRule other) =>
    [
        ($"{path}.minimum", other.Minimum.Value < one.Minimum.Value), ($"{path}.types", Wider(one.Types, other.Types)),
        ($"{path}.accepted", Wider(one.Accepted, other.Accepted)),
    ];

    private static IEnumerable<(string Path, bool Less)> Sessions(string path, SessionsRule one, SessionsRule other) => one.Unit != other.Unit ? [(path, true)] :
    [
        ($"{path}.minimum", other.Minimum.Value < one.Minimum.Value),
        ($"{path}.minimumMinutes", Below(one.MinimumMinutes?.Value, other.MinimumMinutes?.Value)),
        ($"{path}.minimumShare", Below(one.MinimumShare?.Value, other.MinimumShare?.Value)),
        ($"{path}.minimumInPerson", Below(one.MinimumInPerson?.Value, other.MinimumInPerson?.Value)),
        ($"{path}.inPersonShare", Below(one.InPersonShare?.Value, other.InPersonShare?.Value)),
        ($"{path}.mostPerOnlineSession", Above(one.MostPerOnlineSession?.Value, other.MostPerOnlineSession?.Value)),
        ($"{path}.mostPerDay", Above(one.MostPerDay?.Value, other.MostPerDay?.Value)),
        ($"{path}.rounding", (other.Rounding?.Value ?? Rounding.Exact) > (one.Rounding?.Value ?? Rounding.Exact)),
        ($"{path}.groups", one.Groups.Value is GroupsCounted.OneGroup && other.Groups.Value is GroupsCounted.AddUp),
        ($"{path}.modes", Wider(one.Modes, other.Modes)),
        ($"{path}.accepted", Wider(one.Accepted, other.Accepted)),
        ($"{path}.deeds", (other.Deeds?.Value ?? SessionChecks.AsMember).Except(one.Deeds?.Value ?? SessionChecks.AsMember).Any()),
        ($"{path}.forms", Wider(one.Forms, other.Forms)),
        ($"{path}.elsewhere", (other.Elsewhere?.Value ?? []).Except(one.Elsewhere?.Value ?? []).Any()),
        ($"{path}.groupSize", one.GroupSize?.Value is { } size && !(other.GroupSize?.Value is { } now && now.From >= size.From && now.To <= size.To)),
        ($"{path}.firstAndLastInPerson", Dropped(one.FirstAndLastInPerson, other.FirstAndLastInPerson)),
        ($"{path}.closedGroup", Dropped(one.ClosedGroup, other.ClosedGroup)),
        ($"{path}.sameLeader", Dropped(one.SameLeader, other.SameLeader)),
        ($"{path}.leaderIndependent", Dropped(one.LeaderIndependent, other.LeaderIndependent)),
        ($"{path}.leaderQualifications", Wider(one.LeaderQualifications, other.LeaderQualifications)),
    ];

    private static IEnumerable<(string Path, bool Less)> Steps(string path, ConfirmationStep one, RequirementPack after) =>
        (after.Confirmation ?? []).FirstOrDefault(step => step.Id == one.Id && step.Act == one.Act) is { } other
            ? [($"{path}.by", Wider(one.By, other.By)), ($"{path}.independent", Dropped(one.Independent, other.Independent))]
            : [(path, true)];

    private static bool Below(int? before, int? after) => before is not null && !(after >= before);

    private static bool Below(decimal? before, decimal? after) => before is not null && !(after >= before);

    private static bool Above(int? before, int? after) => before is not null && !(after <= before);

    private static bool Above(decimal? before, decimal? after) => before is not null && !(after <= before);

    private static bool Dropped(Sourced<bool>? before, Sourced<bool>? after) => before is { Value: true } && after is not { Value: true };

    // A list says what counts: left out, anything does.
    private static bool Wider<T>(Sourced<IReadOnlyList<T>>? before, Sourced<IReadOnlyList<T>>? after) =>
        before is not null && (after is null || after.Value.Except(before.Value).Any());
}

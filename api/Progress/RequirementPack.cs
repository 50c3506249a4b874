using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal sealed record RequirementPack(
    string Id,
    int Version,
    string Title,
    DateOnly ValidFrom,
    GradeLadder Grades,
    IReadOnlyList<PackDeadline> Deadlines,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Competency> Competencies,
    Sourced<IReadOnlyList<Movable>> ClockStopsMove,
    DateOnly? ValidTo = null,
    Sourced<MonthSpan>? ExpectedMonths = null,
    Sourced<string>? Unlocks = null)
{
    // Curricula accept no more of one piece of evidence: a school refuses a portfolio item mapped to more than four areas.
    public const int MostCompetencies = 4;

    public RequirementPackBody ToBody()
    {
        List<(string Path, Sourced Value)> sourced = [.. Sources().Where(each => each.Value is not null).Select(each => (each.Path, each.Value!))];
        return new(
            Id, Version, Title,
            [.. sourced.Where(each => each.Value.Confirmed).Select(each => each.Value.Source).OfType<string>().Distinct()],
            [.. sourced.Where(each => !each.Value.Confirmed)
                .Select(each => new UnconfirmedNumber(each.Path, each.Value.ToJson(), each.Value.Source, each.Value.Note))]);
    }

    public IEnumerable<(string Path, Sourced? Value)> Sources() =>
    [
        ("$.grades.months", Grades.Months),
        .. Deadlines.Select((deadline, i) => ($"$.deadlines[{i}].grade", (Sourced?)deadline.Grade)),
        .. Rules.SelectMany((rule, i) => rule.Sources().Select(source => ($"$.rules[{i}].{source.Member}", source.Value))),
        ("$.clockStopsMove", ClockStopsMove),
        ("$.expectedMonths", ExpectedMonths),
        ("$.unlocks", Unlocks),
    ];
}

internal abstract record Sourced(bool Confirmed, string? Source, string? Note)
{
    public abstract JsonElement ToJson();
}

internal sealed record Sourced<T>(T Value, bool Confirmed, string? Source = null, string? Note = null) : Sourced(Confirmed, Source, Note)
{
    public override JsonElement ToJson() => JsonSerializer.SerializeToElement(Value, JsonSerializerOptions.Web);
}

internal sealed record GradeLadder(IReadOnlyList<string> Order, Sourced<int> Months);

internal sealed record PackDeadline(DeadlineAt At, Sourced<string> Grade);

internal sealed record MonthSpan(int From, int To);

internal sealed record Competency(string Framework, string Code);

using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What a scheme asks of somebody who takes part, as data: a version of it never changes.</summary>
internal sealed record RequirementPack(
    string Id,
    int Version,
    string Language,
    IReadOnlyDictionary<string, string> Title,
    DateOnly ValidFrom,
    IReadOnlyList<PackDeadline> Deadlines,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<Competency> Competencies,
    Sourced<IReadOnlyList<Movable>> ClockStopsMove,
    GradeLadder? Grades = null,
    DateOnly? ValidTo = null,
    Sourced<LessThanFullTime>? LessThanFullTime = null,
    Sourced<bool>? EvidenceCutOff = null,
    Sourced<MonthSpan>? ExpectedMonths = null,
    Sourced<IReadOnlyDictionary<string, string>>? Unlocks = null,
    IReadOnlyList<ConfirmationStep>? Confirmation = null,
    IReadOnlyList<PackCredit>? Credits = null,
    Overlaid? Over = null)
{
    // Curricula accept no more of one piece of evidence: a school refuses a portfolio item mapped to more than four areas.
    public const int MostCompetencies = 4;

    public RequirementPackBody ToBody()
    {
        List<(string Path, Sourced Value)> sourced = [.. Sources().Where(each => each.Value is not null).Select(each => (each.Path, each.Value!))];
        return new(
            Id, Version, Title.In(Language),
            [.. sourced.Where(each => each.Value.Confirmed).Select(each => each.Value.Source).OfType<string>().Distinct()],
            [.. sourced.Where(each => !each.Value.Confirmed)
                .Select(each => new UnconfirmedNumber(each.Path, each.Value.ToJson(), each.Value.Source, each.Value.Note))]);
    }

    public IEnumerable<(string Path, Sourced? Value)> Sources() =>
    [
        ("$.grades.months", Grades?.Months),
        .. Deadlines.SelectMany((deadline, i) => deadline.Sources().Select(source => ($"$.deadlines[{i}].{source.Member}", source.Value))),
        .. Rules.SelectMany((rule, i) => rule.Sources().Select(source => ($"$.rules[{i}].{source.Member}", source.Value))),
        ("$.clockStopsMove", ClockStopsMove),
        ("$.lessThanFullTime", LessThanFullTime),
        ("$.evidenceCutOff", EvidenceCutOff),
        ("$.expectedMonths", ExpectedMonths),
        ("$.unlocks", Unlocks),
        .. (Confirmation ?? []).SelectMany((step, i) => step.Sources().Select(source => ($"$.confirmation[{i}].{source.Member}", source.Value))),
        .. (Credits ?? []).Select((credit, i) => ($"$.credits[{i}].minutes", (Sourced?)credit.Minutes)),
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

/// <summary>By when. The day itself is still in time.</summary>
/// <param name="Grade">Whose end, or whose review or its cut-off: for those.</param>
/// <param name="On">The day: for a date.</param>
/// <param name="Months">How long from the first session that counts: for a window.</param>
internal sealed record PackDeadline(DeadlineAt At, Sourced<string>? Grade = null, Sourced<DateOnly>? On = null, Sourced<int>? Months = null)
{
    public IEnumerable<(string Member, Sourced? Value)> Sources() => [("grade", Grade), ("on", On), ("months", Months)];
}

internal sealed record MonthSpan(int From, int To);

internal sealed record NumberSpan(int From, int To);

internal sealed record Competency(string Framework, string Code);

/// <summary>One step of confirming, in order: who does what, who it may not be, and what it lets the trainee do.</summary>
/// <param name="Independent">Whether it must be somebody who took none of the steps before, and led none of the sessions.</param>
internal sealed record ConfirmationStep(
    string Id, ConfirmationAct Act, Sourced<IReadOnlyList<Confirmer>> By, Sourced<bool>? Independent = null,
    Sourced<IReadOnlyDictionary<string, string>>? Unlocks = null)
{
    public IEnumerable<(string Member, Sourced? Value)> Sources() => [("by", By), ("independent", Independent), ("unlocks", Unlocks)];
}

/// <summary>What the scheme credits once the requirement is met.</summary>
internal sealed record PackCredit(IReadOnlyDictionary<string, string> Name, Sourced<int> Minutes);

/// <summary>For a pack that a local overlay made of another: of which, and where it differs.</summary>
internal sealed record Overlaid(string Id, int Version, IReadOnlyList<PackChange> Changes);

/// <summary>One difference from the pack beneath.</summary>
/// <param name="At">Where, by the rule's or the step's id, such as <c>$.rules[sessions].minimum</c>.</param>
/// <param name="To">What stands there now, as JSON.</param>
/// <param name="From">What stood there, as JSON; nothing where nothing did.</param>
/// <param name="AsksLess">Whether less is asked than beneath, which an overlay must say.</param>
internal sealed record PackChange(string At, string To, string Why, string? From = null, bool AsksLess = false);

internal static class PackTexts
{
    /// <summary>The text in a language; where the pack lacks it, in the first it has.</summary>
    public static string In(this IReadOnlyDictionary<string, string> texts, string language) =>
        texts.TryGetValue(language, out var text) ? text : texts.Values.First();
}

namespace Portfolio.Api.Progress;

/// <summary>How much a sessions rule asks for, in its unit and in worth.</summary>
internal sealed record SessionTarget(decimal Need, decimal NeedInPerson, decimal Worth, decimal InPerson)
{
    public static SessionTarget Of(SessionsRule rule, Question question)
    {
        var need = Scaled(rule.Minimum.Value, question);

        // A share of what is asked for, not of what was attended: more online sessions than are needed take nothing away.
        var inPerson = Math.Max(
            rule.MinimumInPerson is { } least ? Scaled(least.Value, question) : 0,
            rule.InPersonShare is { } share ? share.Value * need / 100 : 0);
        decimal unit = rule.Unit.Minutes() ?? 1;
        var whole = rule.Rounding?.Value is Rounding.InTotal or Rounding.BySession ? decimal.Ceiling(need) : need;
        return new(need, inPerson, whole * unit, inPerson * unit);
    }

    private static decimal Scaled(decimal minimum, Question question) =>
        question.Pack.LessThanFullTime?.Value is LessThanFullTime.ScaleCount
            ? decimal.Ceiling(minimum * question.WholeTime.Mean(question.Last?.Date ?? question.AsOf))
            : minimum;
}

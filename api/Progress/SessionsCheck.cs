using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

// A rule about sessions: its bounds, then whether what it asks for fits its unit and can be reached at all.
internal static class SessionsCheck
{
    public static IEnumerable<DocumentFault> Faults(string path, SessionsRule rule, RequirementPack pack) =>
        [.. Bounds(path, rule), .. Units(path, rule), .. Caps(path, rule), .. InPerson(path, rule), .. Sources(path, rule), .. Reach(path, rule, pack)];

    public static IEnumerable<DocumentFault> Amount(string path, Sourced<decimal>? amount, CountingUnit unit)
    {
        if (amount is null) yield break;
        var most = unit is CountingUnit.Minute ? 100_000 : 1000;
        var whole = unit is CountingUnit.Session or CountingUnit.Minute;
        if (amount.Value <= 0 || amount.Value > most) yield return new($"{path}.value", $"more than 0 and at most {most}");
        else if (whole && amount.Value != decimal.Truncate(amount.Value)) yield return new($"{path}.value", $"a whole number: the unit is {Code.Of(unit)}");
        else if (amount.Value * 100 != decimal.Truncate(amount.Value * 100)) yield return new($"{path}.value", "at most two decimals");
    }

    private static IEnumerable<DocumentFault> Bounds(string path, SessionsRule rule) =>
    [
        .. Amount($"{path}.minimum", rule.Minimum, rule.Unit), .. Amount($"{path}.minimumInPerson", rule.MinimumInPerson, rule.Unit),
        .. Amount($"{path}.mostPerOnlineSession", rule.MostPerOnlineSession, rule.Unit), .. Amount($"{path}.mostPerDay", rule.MostPerDay, rule.Unit),
        .. PackShape.Between($"{path}.minimumMinutes.value", rule.MinimumMinutes?.Value, 1, 480, "minutes"),
        .. PackShape.Between($"{path}.minimumShare.value", rule.MinimumShare?.Value, 1, 100, "per cent"),
        .. PackShape.Between($"{path}.inPersonShare.value", rule.InPersonShare?.Value, 1, 100, "per cent"),
        .. PackShape.Between($"{path}.everyDays.value", rule.EveryDays.Value, 1, 366, "days"),
        .. PackShape.Between($"{path}.judgedAfter.value", rule.JudgedAfter.Value, 1, 1000, "sessions"),
        .. PackShape.Between($"{path}.expected.value", rule.Expected?.Value, 1, 100_000, "of the unit"),
        .. PackShape.Some($"{path}.modes", rule.Modes), .. PackShape.Some($"{path}.accepted", rule.Accepted), .. PackShape.Some($"{path}.deeds", rule.Deeds),
        .. PackShape.Names($"{path}.forms.value", rule.Forms?.Value), .. PackShape.Codes($"{path}.elsewhere.value", rule.Elsewhere?.Value),
        .. PackShape.Names($"{path}.leaderQualifications.value", rule.LeaderQualifications?.Value),
    ];

    private static IEnumerable<DocumentFault> Units(string path, SessionsRule rule)
    {
        if (rule.Rounding is not null && rule.Unit is CountingUnit.Session or CountingUnit.Minute)
            yield return new($"{path}.rounding", $"nothing is rounded where the unit is {Code.Of(rule.Unit)}");
        if (rule.MostPerOnlineSession is not null && rule.Unit is CountingUnit.Session)
            yield return new($"{path}.mostPerOnlineSession", "a session is one session, online too");
        if (rule.GroupSize?.Value is { } size && (size.From < 1 || size.To < size.From || size.To > 200))
            yield return new($"{path}.groupSize.value", "from 1 to 200 members, from no more than to");
        if (rule.Expected?.Value < rule.Minimum.Value) yield return new($"{path}.expected.value", "less than the minimum");
    }

    private static IEnumerable<DocumentFault> Caps(string path, SessionsRule rule)
    {
        foreach (var (member, cap) in new[] { ("mostPerOnlineSession", rule.MostPerOnlineSession), ("mostPerDay", rule.MostPerDay) })
        {
            if (cap is null) continue;
            if (cap.Value > rule.Minimum.Value) yield return new($"{path}.{member}.value", "more than the minimum, so that it caps nothing");
            if (Minutes(rule.Unit) is { } each && cap.Value * each < (rule.MinimumMinutes?.Value ?? 1))
                yield return new($"{path}.{member}.value", $"less than the {rule.MinimumMinutes?.Value ?? 1} minutes that a session needs to count");
        }

        if (rule.MostPerOnlineSession is not null && !rule.Modes.Value.Contains(Mode.Online))
            yield return new($"{path}.mostPerOnlineSession", "caps online sessions, and modes counts none");
    }

    private static IEnumerable<DocumentFault> InPerson(string path, SessionsRule rule)
    {
        if (rule.MinimumInPerson?.Value > rule.Minimum.Value) yield return new($"{path}.minimumInPerson.value", "more than the minimum");
        if (rule.Modes.Value.Contains(Mode.InPerson)) yield break;
        const string None = "asks for sessions in person, and modes counts none";
        if (rule.MinimumInPerson is not null) yield return new($"{path}.minimumInPerson", None);
        if (rule.InPersonShare is not null) yield return new($"{path}.inPersonShare", None);
        if (rule.FirstAndLastInPerson is { Value: true }) yield return new($"{path}.firstAndLastInPerson", None);
    }

    private static IEnumerable<DocumentFault> Sources(string path, SessionsRule rule)
    {
        if (rule.Elsewhere is not null && !rule.Accepted.Value.Any(provenance => provenance is Provenance.Elsewhere or Provenance.OtherProgramme))
            yield return new($"{path}.elsewhere", "counts what is recorded elsewhere, and accepted takes neither elsewhere nor other-programme");
    }

    // Where every deadline is a fixed stretch of days, a daily cap bounds what anybody can reach.
    private static IEnumerable<DocumentFault> Reach(string path, SessionsRule rule, RequirementPack pack)
    {
        if (rule.MostPerDay is not { } cap || Stretch(pack) is not { } days) yield break;
        if (rule.Minimum.Value > cap.Value * days)
            yield return new($"{path}.minimum.value", $"cannot be reached: at most {cap.Value} on each of the {days} days before the last deadline");
    }

    private static int? Stretch(RequirementPack pack)
    {
        if (pack.Deadlines.Count is 0 || pack.ClockStopsMove.Value.Any(what => what is not Movable.Spacing)) return null;
        if (pack.LessThanFullTime?.Value is LessThanFullTime.StretchWindow) return null;
        return pack.Deadlines.Max(deadline => deadline switch
        {
            { At: DeadlineAt.Date, On: { } on } => on.Value.DayNumber - pack.ValidFrom.DayNumber + 1,
            { At: DeadlineAt.Window, Months: { } months } => 31 * months.Value,
            _ => int.MaxValue,
        }) is var days and < int.MaxValue ? days : null;
    }

    private static int? Minutes(CountingUnit unit) => unit switch
    {
        CountingUnit.Minute => 1,
        CountingUnit.Hour60 => 60,
        CountingUnit.Unit45 => 45,
        CountingUnit.DoubleHour90 => 90,
        _ => null,
    };
}

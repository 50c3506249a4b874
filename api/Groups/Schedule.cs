using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

/// <summary>On which days a rhythm has a group meet.</summary>
internal static class Schedule
{
    // More than seven years of weekly sessions; somebody meant something else.
    public const int MostSessions = 400;

    public static IEnumerable<DateOnly> Days(int everyDays, int? weekday, DateOnly from, DateOnly until, IReadOnlyList<DaySpan> pauses)
    {
        // In the body the week is 1 to 7 from Monday; the framework's begins with Sunday, which is 0.
        var first = weekday is { } wanted ? from.AddDays((wanted % 7 - (int)from.DayOfWeek + 7) % 7) : from;
        for (var number = first.DayNumber; number <= until.DayNumber; number += everyDays)
            if (DateOnly.FromDayNumber(number) is var day && !pauses.Any(pause => day >= pause.From && day <= pause.Until))
                yield return day;
    }

    public static Answer<IReadOnlyList<DateOnly>> Days(NewSchedule body)
    {
        var pauses = body.Pauses ?? [];
        if (body.Until < body.From)
            return Problems.DatesReversed.At(new FieldError("$.until", "Write the same day as `from`, or a later one."));
        if (body.Weekday is not null && body.EveryDays % 7 != 0)
            return Problems.ScheduleRefused.At(new FieldError("$.everyDays", "A group that meets on one weekday meets every 7, 14, 21 … days."));
        for (var at = 0; at < pauses.Count; at++)
            if (pauses[at].Until < pauses[at].From)
                return Problems.DatesReversed.At(new FieldError($"$.pauses[{at}].until", "Write the same day as `from`, or a later one."));
        var days = Days(body.EveryDays, body.Weekday, body.From, body.Until, pauses).Take(MostSessions + 1).ToList();
        return days.Count > MostSessions
            ? Problems.ScheduleRefused.At(new FieldError("$.until", $"That would be more than {MostSessions} sessions; write an earlier day."))
            : days;
    }
}

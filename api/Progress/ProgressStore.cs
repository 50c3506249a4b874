using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Progress;

/// <summary>From what is kept to what is evaluated: four statements, however many trainees there are.</summary>
internal static class ProgressStore
{
    private sealed record PlacementRow(
        Guid PersonId, DateOnly FromOn, DateOnly? UntilOn, string Grade, string WorkingDays, DateOnly? GradeExpectedTo, DateOnly? ReviewOn);

    private sealed record RecordRow(
        Guid PersonId, Guid Id, string Kind, DateOnly HeldOn, Guid GroupId, int Minutes, int SessionMinutes, string Mode, string Provenance,
        DateTimeOffset ValidFrom);

    private sealed record SessionRow(Guid PersonId, Guid Id, Guid GroupId, DateOnly HeldOn, string State, DateOnly? CancelledOn);

    private sealed record ClockStopRow(Guid PersonId, DateOnly FromOn, DateOnly UntilOn);

    /// <summary>One trainee's facts; nothing for somebody who never was a trainee.</summary>
    public static async Task<TraineeFacts?> Find(Work work, Guid trainee) => (await Of(work, trainee)).GetValueOrDefault(trainee);

    /// <summary>The facts of everybody who is or was a trainee of the programme.</summary>
    public static Task<IReadOnlyDictionary<Guid, TraineeFacts>> All(Work work) => Of(work, null);

    private static async Task<IReadOnlyDictionary<Guid, TraineeFacts>> Of(Work work, Guid? one)
    {
        var placements = (await Placements(work, one)).ToLookup(row => row.PersonId);
        var people = placements.Select(of => of.Key).ToArray();
        if (people.Length == 0)
            return new Dictionary<Guid, TraineeFacts>();
        var records = (await Records(work, people)).ToLookup(row => row.PersonId);
        var sessions = (await Sessions(work, people)).ToLookup(row => row.PersonId);
        var stops = (await ClockStops(work, people)).ToLookup(row => row.PersonId);
        return people.ToDictionary(person => person, person => new TraineeFacts(
            $"{person:D}",
            [.. records[person].Where(row => row.Kind == Part.Attendance).Select(Attended)],
            [.. records[person].Where(row => row.Kind != Part.Attendance).Select(Presented)],
            [.. sessions[person].Select(row => new SessionFact(row.Id, row.GroupId, row.HeldOn, StateOf(row), row.CancelledOn))],
            [.. placements[person].Select(Placed)],
            [.. stops[person].Select(row => new ClockStopFact(row.FromOn, row.UntilOn))],
            Assessments: []));
    }

    private static Task<List<PlacementRow>> Placements(Work work, Guid? one) => work.Rows<PlacementRow>("""
        select person_id, from_on, until_on, coalesce(grade, '') as grade, array_to_string(working_days, ' ') as working_days,
               grade_expected_to, review_on
        from placement where programme_id = @Programme and role = 'trainee' and (@one::uuid is null or person_id = @one)
        order by person_id, from_on
        """, new { work.Programme, one });

    // A version that was superseded or withdrawn has an end, so that the one without is the newest and stands.
    private static Task<List<RecordRow>> Records(Work work, Guid[] people) => work.Rows<RecordRow>("""
        select r.person_id, r.id, r.kind, s.held_on, s.group_id, v.minutes::int, s.minutes::int as session_minutes, v.mode,
               v.provenance, v.valid_from
        from record r
        join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        join session s on s.programme_id = r.programme_id and s.id = r.session_id
        where r.programme_id = @Programme and r.person_id = any(@people) and r.kind in ('attendance', 'presentation', 'follow-up')
          and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)
        """, new { work.Programme, people });

    // Of the groups in which the requirement is worked at: a taster or an observer misses nothing.
    private static Task<List<SessionRow>> Sessions(Work work, Guid[] people) => work.Rows<SessionRow>("""
        select m.person_id, s.id, s.group_id, s.held_on, s.state, s.cancelled_on
        from membership m
        join session s on s.programme_id = m.programme_id and s.group_id = m.group_id and in_force(m.from_on, m.until_on, s.held_on)
        where m.programme_id = @Programme and m.person_id = any(@people) and m.standing = 'member'
        """, new { work.Programme, people });

    private static Task<List<ClockStopRow>> ClockStops(Work work, Guid[] people) => work.Rows<ClockStopRow>("""
        select person_id, from_on, until_on from clock_stop where programme_id = @Programme and person_id = any(@people)
        """, new { work.Programme, people });

    private static PlacementFact Placed(PlacementRow row) =>
        new(row.FromOn, row.UntilOn, row.Grade, Days(row.WorkingDays), row.GradeExpectedTo, row.ReviewOn);

    private static AttendedFact Attended(RecordRow row) => new(
        $"{row.Id:D}", row.HeldOn, row.GroupId, row.Minutes, row.SessionMinutes, Code<Mode>.Read(row.Mode),
        Code<Provenance>.Read(row.Provenance), row.ValidFrom);

    private static PresentedFact Presented(RecordRow row) => new(
        $"{row.Id:D}", row.HeldOn, row.GroupId, row.Kind == Part.FollowUp ? PresentationRole.FollowedUp : PresentationRole.Presented, row.ValidFrom);

    private static SessionState StateOf(SessionRow row) => row.State switch
    {
        Session.Signed => SessionState.Held,
        Session.Cancelled => SessionState.Cancelled,
        _ => SessionState.Planned,
    };

    // In the table the week is 1 to 7 from Monday; the framework's begins with Sunday, which is 0.
    private static IReadOnlyList<DayOfWeek> Days(string listed) =>
        [.. listed.Split(' ').Select(day => (DayOfWeek)(int.Parse(day, CultureInfo.InvariantCulture) % 7))];
}

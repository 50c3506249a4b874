using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Progress;

/// <summary>From what is kept to what is evaluated: as many statements as there are kinds of fact, however many people there are.</summary>
internal static class ProgressStore
{
    /// <summary>One person's facts; without any where there are none.</summary>
    /// <param name="knownAt">Leaves out what was signed after that moment, and brings back what was withdrawn or superseded since.</param>
    public static async Task<TraineeFacts> Find(Work work, Guid person, DateTimeOffset? knownAt = null) => (await Of(work, [person], knownAt))[person];

    /// <summary>The facts of everybody who is or was a trainee of the programme, or was given a requirement.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TraineeFacts>> All(Work work, DateTimeOffset? knownAt = null) =>
        await Of(work, [.. await ProgressRows.People(work)], knownAt);

    /// <summary>The facts of these people.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TraineeFacts>> Of(Work work, Guid[] people, DateTimeOffset? knownAt = null)
    {
        var placements = (await ProgressRows.Placements(work, people)).ToLookup(row => row.PersonId);
        var memberships = (await ProgressRows.Memberships(work, people)).ToLookup(row => row.PersonId);
        var records = (await ProgressRows.Records(work, people, knownAt)).ToLookup(row => row.PersonId);
        var stops = (await ProgressRows.ClockStops(work, people)).ToLookup(row => row.PersonId);
        var notExpected = (await ProgressRows.NotExpected(work, people)).Select(row => (row.PersonId, row.SessionId)).ToHashSet();
        var supervisors = (await ProgressRows.Supervisions(work, people)).ToLookup(row => row.TraineeId);
        var assessed = (await ProgressRows.Assessments(work, people, knownAt)).ToLookup(row => row.PersonId);
        var elsewhere = (await ProgressRows.Elsewhere(work, people, knownAt)).ToLookup(row => row.PersonId);
        var zone = (await ProgrammeStore.Find(work, work.Programme))?.Zone;
        var ledUntil = (await ProgressRows.LedUntil(work)).ToDictionary(row => row.GroupId, row => row.Last);
        var sessions = await ProgressSessions.Read(
            work, memberships.SelectMany(of => of).Select(row => row.GroupId), records.SelectMany(of => of).Select(row => row.SessionId));
        var facts = new TraineeFacts[people.Length];
        Parallel.For(0, people.Length, at =>
        {
            var person = people[at];
            // A taster or an observer misses nothing, and neither does who takes part without a requirement beside one.
            var member = memberships[person].Where(row => row.Standing == "member").ToList();
            List<SupervisionRow> supervised = [.. supervisors[person]];
            List<AttendedFact> attended = [.. records[person].Where(row => row.Kind is Part.Attendance or Part.Leading).Select(row => Attended(row, sessions, supervised))];
            facts[at] = new(
                $"{person:D}",
                attended,
                [.. records[person].Where(row => row.Kind is Part.Presentation or Part.FollowUp).Select(row => Presented(row, sessions))],
                [.. member.SelectMany(row => sessions.OfGroup(row.GroupId).Where(session => row.FromOn <= session.HeldOn && (row.UntilOn is null || session.HeldOn <= row.UntilOn)))
                    .Select(session => new SessionFact(session.Id, session.GroupId, session.HeldOn, StateOf(session), session.CancelledOn, session.Minutes, notExpected.Contains((person, session.Id))))],
                [.. placements[person].Where(row => row.Role == "trainee").Select(Placed)],
                [.. stops[person].Select(row => new ClockStopFact(row.FromOn, row.UntilOn))],
                [.. assessed[person].Select(row => Assessed(row, attended))],
                [.. elsewhere[person].Select(RecordedElsewhere)],
                [.. member.Select(row => new MembershipFact(row.GroupId, row.FromOn, row.UntilOn, ledUntil.GetValueOrDefault(row.GroupId)))],
                zone);
        });
        return people.Zip(facts).ToDictionary(each => each.First, each => each.Second);
    }

    private static PlacementFact Placed(PlacementRow row) =>
        new(row.FromOn, row.UntilOn, row.Grade, Days(row.WorkingDays), row.GradeExpectedTo, row.ReviewOn, row.WholeTime, row.EvidenceCutOff);

    private static AttendedFact Attended(RecordRow row, ProgressSessions sessions, List<SupervisionRow> supervisors)
    {
        var seen = sessions[row.SessionId];
        var session = seen.Row;
        return new(
            $"{row.Id:D}", session.HeldOn, session.GroupId, row.Minutes ?? session.Minutes, session.Minutes, Code<Mode>.Read(row.Mode ?? session.Mode ?? "in-person"),
            Code<Provenance>.Read(row.Provenance), row.ValidFrom, seen.DeedOf(row.Kind == Part.Leading, row.PersonId), seen.Form, seen.LeadersOf(supervisors), session.Size,
            seen.Closed);
    }

    private static PresentedFact Presented(RecordRow row, ProgressSessions sessions) => new(
        $"{row.Id:D}", sessions[row.SessionId].Row.HeldOn, sessions[row.SessionId].Row.GroupId,
        row.Kind == Part.FollowUp ? PresentationRole.FollowedUp : PresentationRole.Presented, row.ValidFrom, Code<Provenance>.Read(row.Provenance));

    private static AssessmentFact Assessed(AssessedRow row, List<AttendedFact> attended) => new(
        $"{row.RecordId:D}", row.AssessedOn, row.FormType, row.Outcome, Code<Provenance>.Read(row.Provenance), row.SignedAt, Together(attended, row.AssessorId, row.AssessedOn));

    /// <summary>Sessions up to a day that somebody attended and the other led.</summary>
    public static int Together(IReadOnlyList<AttendedFact> attended, Guid leader, DateOnly until) =>
        attended.Count(fact => fact.Date <= until && fact.Leaders!.Any(led => led.Id == leader));

    private static ElsewhereFact RecordedElsewhere(ElsewhereRow row) => new(
        $"{row.Id:D}", row.Type, row.FromOn, row.UntilOn, row.Sessions, row.Minutes, row.Outcome, Code<Provenance>.Read(row.Provenance), row.SignedAt, row.Confirmed);

    private static SessionState StateOf(HeldRow row) => row.State switch
    {
        Session.Signed => SessionState.Held,
        Session.Cancelled => SessionState.Cancelled,
        _ => SessionState.Planned,
    };

    // In the table the week is 1 to 7 from Monday; the framework's begins with Sunday, which is 0.
    private static IReadOnlyList<DayOfWeek> Days(string listed) =>
        [.. listed.Split(' ').Select(day => (DayOfWeek)(int.Parse(day, CultureInfo.InvariantCulture) % 7))];
}

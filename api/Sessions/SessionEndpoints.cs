using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

internal static class SessionEndpoints
{
    private const int PageOfSessions = 100;

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var leaders = routes.MapGroup("/v1/programmes/{programmeId:guid}/groups/{groupId:guid}/sessions").WithTags("Sessions").May(Rights.PlanSessions, new GroupInPath("groupId"));
        leaders.MapPost("/", Add).WithName("AddSession").WithSummary("Add a session of a group")
            .TellsVersion().Refuses(Problems.SessionExists, Problems.NoSuchLocalTime, Problems.IdTaken);
        leaders.MapGet("/", List).WithName("ListSessions").WithSummary("A group's sessions, oldest first").Refuses(Problems.InvalidRequest);

        const string OfSession = "/v1/programmes/{programmeId:guid}/sessions/{sessionId:guid}";
        var readers = routes.MapGroup(OfSession).WithTags("Sessions").May(Rights.ReadSession, new SessionInPath("sessionId"));
        readers.MapGet("/", Read).WithName("ReadSession").WithSummary("A session with its register").TellsVersion();
        var keepers = routes.MapGroup(OfSession).WithTags("Sessions").May(Rights.KeepRegister, new SessionInPath("sessionId"));
        keepers.MapPut("/register", Fill).WithName("FillRegister").WithSummary("Fill the register, as a whole")
            .TellsVersion().Refuses(Problems.RegisterRefused, Problems.LeaderWithoutMandate, Problems.PersonUnknown, Problems.SessionSigned, Problems.SessionCancelled,
                Problems.VersionNeeded, Problems.VersionStale);
        keepers.MapPost("/cancellation", Cancel).WithName("CancelSession").WithSummary("Say that a session did not take place, and why")
            .TellsVersion().Refuses(Problems.SessionSigned, Problems.SessionCancelled, Problems.VersionNeeded, Problems.VersionStale);
        routes.MapSchedules();
        routes.MapMeetings();
        routes.MapSessionQueries();
        routes.MapRegisterLinks();
        routes.MapLinkedDevices();
        routes.MapCheckIns();
    }

    private static async Task<Results<Created<SessionBody>, Ok<SessionBody>, Refused>> Add(
        Guid programmeId, Guid groupId, NewSession body, HttpContext http, PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await SessionPlanning.Add(work, groupId, body, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var session = await Body(work, people, (await SessionStore.Find(work, creation.Id))!, http.Granted());
        await work.Commit();
        http.Tag(session.Version);
        return Describing.Made(made.Now, $"/v1/programmes/{programmeId}/sessions/{session.Id}", session);
    }

    private static async Task<Results<Ok<SessionPage>, Refused>> List(
        Guid programmeId, Guid groupId, Guid? after, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (after is { } last && (await SessionStore.Find(work, last))?.GroupId != groupId)
            return Problems.InvalidRequest.At(new FieldError("after", "Send the `next` of the page before.")).ToResult();
        var sessions = await SessionStore.Of(work, groupId, after, PageOfSessions + 1);
        var page = sessions.Take(PageOfSessions).ToList();
        return TypedResults.Ok(new SessionPage(page, sessions.Count > PageOfSessions ? page[^1].Id : null));
    }

    private static async Task<Results<Ok<SessionBody>, Refused>> Read(
        Guid programmeId, Guid sessionId, HttpContext http, PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return Problems.NotFound.ToResult();
        http.Tag(session.Version);
        return TypedResults.Ok(await Body(work, people, session, http.Granted()));
    }

    private static async Task<Results<Ok<SessionBody>, Refused>> Fill(
        Guid programmeId, Guid sessionId, Register body, HttpContext http, PortfolioDatabase database, PersonStore people, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (http.SeenVersion().Refused(out var problem, out var seen))
            return problem.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Registers.Fill(work, http.Actor(), http.Granted(), sessionId, seen.Version, body, clock.GetUtcNow()) is { } why)
            return why.ToResult();
        var filled = await Body(work, people, (await SessionStore.Find(work, sessionId))!, http.Granted());
        await work.Commit();
        http.Tag(filled.Version);
        return TypedResults.Ok(filled);
    }

    private static async Task<Results<Ok<SessionBody>, Refused>> Cancel(
        Guid programmeId, Guid sessionId, Cancellation body, HttpContext http, PortfolioDatabase database, PersonStore people, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (http.SeenVersion().Refused(out var problem, out var seen))
            return problem.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Registers.Cancel(work, http.Actor(), sessionId, seen.Version, body.Reason, clock.GetUtcNow()) is { } why)
            return why.ToResult();
        var cancelled = await Body(work, people, (await SessionStore.Find(work, sessionId))!, http.Granted());
        await work.Commit();
        http.Tag(cancelled.Version);
        return TypedResults.Ok(cancelled);
    }

    internal static async Task<SessionBody> Body(Work work, PersonStore people, Session session, Granted granted)
    {
        var seesPresentations = granted.Also(Rights.SeePresentations);
        var lines = await SessionStore.Lines(work, session.Id);
        var listed = lines.Select(line => line.PersonId).ToHashSet();
        var members = await SessionStore.Members(work, session.GroupId, session.HeldOn);
        var missing = members.Where(member => !listed.Contains(member.PersonId)).ToList();
        var visiting = listed.Except(members.Select(member => member.PersonId)).ToHashSet();
        var names = await people.Names(work, missing.Select(member => member.PersonId));
        return new(session.Id, session.GroupId, session.HeldOn, session.StartsAt, session.Minutes, session.State, session.Version, session.CancelledFor,
            session.LeaderId is null ? null : new Register(session.Mode!, session.LeaderId.Value, [.. lines.Select(line => ToBody(line, seesPresentations, visiting.Contains(line.PersonId)))], session.CoLeaderId),
            [.. missing.Where(member => names.ContainsKey(member.PersonId)).Select(member => new PersonOnRegister(member.PersonId, names[member.PersonId], member.As))]);
    }

    private static RegisterLine ToBody(Line line, bool seesPresentations, bool visiting) => new(
        line.PersonId, line.Attendance, line.WasThere ? line.Minutes : null, line.Mode,
        seesPresentations ? line.Presented : null, seesPresentations ? line.FollowedUp : null, seesPresentations ? line.FollowUpOf : null, visiting);
}

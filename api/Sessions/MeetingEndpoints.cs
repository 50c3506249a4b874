using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Supervision, mentoring, coaching, corridor talk made regular: what nobody led and nobody signs.</summary>
internal static class MeetingEndpoints
{
    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        var oneself = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/meetings").WithTags("Sessions")
            .May(Rights.KeepMeetings, new PersonInPath("personId"));
        oneself.MapPost("/", Add).WithName("AddMeeting").WithSummary("Write down a meeting that nobody led").TellsVersion()
            .Refuses(Problems.MeetingRefused, Problems.MeetingWithOneself, Problems.MeetingFormUnknown, Problems.PersonUnknown, Problems.IdTaken);
        oneself.MapGet("/", List).WithName("ListMeetings").WithSummary("Meetings that nobody led: one's own, and those that others wrote down with one")
            .Refuses(Problems.InvalidRequest);

        const string OfMeeting = "/v1/programmes/{programmeId:guid}/meetings/{meetingId:guid}";
        var writers = routes.MapGroup(OfMeeting).WithTags("Sessions").May(Rights.ChangeMeeting, new MeetingInPath("meetingId"));
        writers.MapPut("/", Change).WithName("ChangeMeeting").WithSummary("Put a meeting right that nobody has confirmed").TellsVersion()
            .Refuses(Problems.MeetingRefused, Problems.MeetingWithOneself, Problems.MeetingFormUnknown, Problems.PersonUnknown, Problems.MeetingConfirmed,
                Problems.VersionNeeded, Problems.VersionStale);
        writers.MapDelete("/", Delete).WithName("DeleteMeeting").WithSummary("Delete a meeting that one wrote down");

        var others = routes.MapGroup(OfMeeting).WithTags("Sessions").May(Rights.ConfirmMeeting, new MeetingInPath("meetingId"));
        others.MapPut("/confirmation", Confirm).WithName("ConfirmMeeting").WithSummary("Confirm a meeting that somebody wrote down with one").TellsVersion()
            .Refuses(Problems.VersionNeeded, Problems.VersionStale);
    }

    private static async Task<Results<Created<MeetingBody>, Ok<MeetingBody>, Refused>> Add(
        Guid programmeId, Guid personId, NewMeeting body, HttpContext http, PortfolioDatabase database, MeetingStore meetings, TimeProvider clock,
        CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if (await WhyNot(work, body.Said(), personId, clock) is { } why)
            return why.ToResult();
        if ((await meetings.Add(work, personId, body.Said(), creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        var meeting = (await meetings.Find(work, creation.Id, http.Person()))!;
        await work.Commit();
        http.Tag(meeting.Version);
        return Describing.Made(made.Now, $"/v1/programmes/{programmeId}/meetings/{meeting.Id}", meeting);
    }

    private static async Task<Results<Ok<MeetingList>, Refused>> List(
        Guid programmeId, Guid personId, DateOnly? from, DateOnly? until, HttpContext http, PortfolioDatabase database, MeetingStore meetings, CancellationToken cancellation)
    {
        if (until < from)
            return Problems.InvalidRequest.At(new FieldError("until", "Write the same day as `from`, or a later one.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        var all = (await meetings.Of(work, personId, from, until, http.Person())).ToLookup(meeting => meeting.WrittenBy == personId);
        return TypedResults.Ok(new MeetingList([.. all[true]], [.. all[false]]));
    }

    private static async Task<Results<Ok<MeetingBody>, Refused>> Change(
        Guid programmeId, Guid meetingId, ChangedMeeting body, HttpContext http, PortfolioDatabase database, MeetingStore meetings, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (http.SeenVersion().Refused(out var problem, out var seen))
            return problem.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await WhyNot(work, body, http.Person(), clock) is { } why)
            return why.ToResult();
        if (!await meetings.Change(work, meetingId, http.Person(), body, seen.Version))
            return ((await meetings.Find(work, meetingId, http.Person()))?.ConfirmedAt is null ? Problems.VersionStale : Problems.MeetingConfirmed).ToResult();
        return await Answered(work, http, meetings, meetingId);
    }

    private static async Task<NoContent> Delete(Guid programmeId, Guid meetingId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await MeetingStore.Delete(work, meetingId);
        await work.Commit();
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<MeetingBody>, Refused>> Confirm(
        Guid programmeId, Guid meetingId, HttpContext http, PortfolioDatabase database, MeetingStore meetings, TimeProvider clock, CancellationToken cancellation)
    {
        if (http.SeenVersion().Refused(out var problem, out var seen))
            return problem.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        // A second tap finds it confirmed already.
        if (!await MeetingStore.Confirm(work, meetingId, seen.Version, clock.GetUtcNow())
            && (await meetings.Find(work, meetingId, http.Person()))?.ConfirmedAt is null)
            return Problems.VersionStale.ToResult();
        return await Answered(work, http, meetings, meetingId);
    }

    private static async Task<Results<Ok<MeetingBody>, Refused>> Answered(Work work, HttpContext http, MeetingStore meetings, Guid id)
    {
        if (await meetings.Find(work, id, http.Person()) is not { } meeting)
            return Problems.NotFound.ToResult();
        await work.Commit();
        http.Tag(meeting.Version);
        return TypedResults.Ok(meeting);
    }

    private static async Task<Problem?> WhyNot(Work work, ChangedMeeting said, Guid writer, TimeProvider clock) =>
        Meeting.WhyNot(said, writer, (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow()))
        ?? await MeetingFormStore.WhyNot(work, said.Form);
}

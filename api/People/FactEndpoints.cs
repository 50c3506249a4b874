using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>Dated facts about people. A fact is added; what was true then stays true of then.</summary>
internal static class FactEndpoints
{
    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}").WithTags("People").May(Rights.KeepFacts, new PersonInPath("personId"));
        people.MapPost("/placements", AddPlacement).WithName("AddPlacement").WithSummary("Where somebody works, from one day to another").RefusesFacts(Problems.CutOffAfterReview, Problems.SiteNotYours);
        people.MapPost("/clock-stops", AddClockStop).WithName("AddClockStop").WithSummary("A period that stops the clock; its reason is not kept").RefusesFacts();
        people.MapPost("/supervisions", AddSupervision).WithName("AddSupervision").WithSummary("Who supervises this trainee, from one day to another").RefusesFacts(Problems.SupervisesThemselves);

        people.MapGet("/supervisions", Supervisions).WithName("ListSupervisions").WithSummary("Who supervises or supervised this trainee");
        people.MapPut("/supervisions/{supervisionId:guid}/last-day", EndSupervision).WithName("EndSupervision")
            .WithSummary("The last day of a supervision").Refuses(Problems.DatesReversed);

        const string Offices = "/v1/programmes/{programmeId:guid}/appointments";
        var seers = routes.MapGroup(Offices).WithTags("People").May(Rights.SeeOffices, new WholeProgramme());
        seers.MapGet("/", Appointments).WithName("ListAppointments").WithSummary("Who holds or held which office");
        var appointers = routes.MapGroup(Offices).WithTags("People").May(Rights.Appoint, new WholeProgramme());
        appointers.MapPost("/", AddAppointment).WithName("AddAppointment").WithSummary("Who holds an office, from one day to another")
            .RefusesFacts(Problems.OfficeHasNoSite, Problems.OfficeNeedsLastDay, Problems.OwnOffice);
        appointers.MapPut("/{appointmentId:guid}/last-day", EndAppointment).WithName("EndAppointment")
            .WithSummary("The last day of an office").Refuses(Problems.DatesReversed);
    }

    private static void RefusesFacts(this RouteHandlerBuilder endpoint, params Problem[] more) =>
        endpoint.Refuses([Problems.DatesOverlap, Problems.DatesReversed, Problems.PersonUnknown, Problems.IdTaken, .. more]);

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddPlacement(
        Guid programmeId, Guid personId, NewPlacement body, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until,
            async (work, creation) => await FactStore.AddPlacement(work, personId, body, await http.Sites(work, clock), creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddClockStop(
        Guid programmeId, Guid personId, NewClockStop body, HttpContext http, PortfolioDatabase database) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => FactStore.AddClockStop(work, personId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddSupervision(
        Guid programmeId, Guid personId, NewSupervision body, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until, async (work, creation) =>
            await SiteStore.WhyNotTheirs(work, body.SupervisorId, await http.Sites(work, clock), clock.GetUtcNow()) is { } why
                ? why
                : await FactStore.AddSupervision(work, personId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddAppointment(
        Guid programmeId, NewAppointment body, HttpContext http, PortfolioDatabase database) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => FactStore.AddAppointment(work, body, creation));

    private static async Task<Ok<SupervisionList>> Supervisions(Guid programmeId, Guid personId, PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new SupervisionList(await FactStore.Supervisions(work, people, personId)));
    }

    private static async Task<Ok<AppointmentList>> Appointments(Guid programmeId, PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new AppointmentList(await FactStore.Appointments(work, people)));
    }

    private static Task<Results<NoContent, Refused>> EndSupervision(
        Guid programmeId, Guid personId, Guid supervisionId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        End(http, database, programmeId, work => FactStore.EndSupervision(work, personId, supervisionId, body.Until));

    private static Task<Results<NoContent, Refused>> EndAppointment(Guid programmeId, Guid appointmentId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        End(http, database, programmeId, work => FactStore.EndAppointment(work, appointmentId, body.Until));

    /// <summary>The last day of a dated fact: what was true until then stays true of then.</summary>
    public static async Task<Results<NoContent, Refused>> End(HttpContext http, PortfolioDatabase database, Guid programme, Func<Work, Task<Problem?>> end)
    {
        await using var work = await database.Begin(programme, http.RequestAborted);
        if (await end(work) is { } problem)
            return problem.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }

    /// <summary>What every dated fact has in common: its days in order, the client's id, one transaction.</summary>
    public static async Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> Add<T>(
        HttpContext http, PortfolioDatabase database, Guid programme, Guid? id, T body, DateOnly from, DateOnly? until,
        Func<Work, Creation, Task<Answer<Made>>> add)
    {
        if (until < from)
            return Problems.DatesReversed.At(new FieldError("$.until", "Write the same day as `from`, or a later one.")).ToResult();
        var creation = Creation.Of(http, id, body);
        await using var work = await database.Begin(programme, http.RequestAborted);
        if ((await add(work, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", new FactBody(creation.Id));
    }
}

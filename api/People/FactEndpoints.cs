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
        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}").WithTags("People").RequireTutor();
        people.MapPost("/placements", AddPlacement).WithName("AddPlacement").WithSummary("Where somebody works, from one day to another").RefusesFacts(Problems.CutOffAfterReview);
        people.MapPost("/clock-stops", AddClockStop).WithName("AddClockStop").WithSummary("A period that stops the clock; its reason is not kept").RefusesFacts();
        people.MapPost("/supervisions", AddSupervision).WithName("AddSupervision").WithSummary("Who supervises this trainee, from one day to another").RefusesFacts(Problems.SupervisesThemselves);

        var programme = routes.MapGroup("/v1/programmes/{programmeId:guid}/appointments").WithTags("People").RequireTutor();
        programme.MapPost("/", AddAppointment).WithName("AddAppointment").WithSummary("Who holds an office, from one day to another").RefusesFacts();
    }

    private static void RefusesFacts(this RouteHandlerBuilder endpoint, params Problem[] more) =>
        endpoint.Refuses([Problems.DatesOverlap, Problems.DatesReversed, Problems.PersonUnknown, Problems.IdTaken, .. more]);

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddPlacement(
        Guid programmeId, Guid personId, NewPlacement body, HttpContext http, PortfolioDatabase database) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => FactStore.AddPlacement(work, personId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddClockStop(
        Guid programmeId, Guid personId, NewClockStop body, HttpContext http, PortfolioDatabase database) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => FactStore.AddClockStop(work, personId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddSupervision(
        Guid programmeId, Guid personId, NewSupervision body, HttpContext http, PortfolioDatabase database) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => FactStore.AddSupervision(work, personId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddAppointment(
        Guid programmeId, NewAppointment body, HttpContext http, PortfolioDatabase database) =>
        Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => FactStore.AddAppointment(work, body, creation));

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

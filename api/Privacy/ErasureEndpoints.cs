using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>Erasing somebody, and what forbids it.</summary>
internal static class ErasureEndpoints
{
    public static void MapErasure(this IEndpointRouteBuilder routes)
    {
        const string Person = "/v1/programmes/{programmeId:guid}/people/{personId:guid}";
        var erasers = routes.MapGroup(Person).WithTags("Privacy").May(Rights.Erase, new PersonInPath("personId"));
        erasers.MapPost("/erasure", Erase).WithName("ErasePerson").WithSummary("Erase somebody, for ever; a restored backup erases them again")
            .Refuses(Problems.NotFound, Problems.Held, Problems.ErasureListNeeded, Problems.InvalidRequest);
        var officers = routes.MapGroup($"{Person}/holds").WithTags("Privacy").May(Rights.KeepHolds, new PersonInPath("personId"));
        officers.MapPost("/", Hold).WithName("PlaceHold").WithSummary("Place a legal hold: nothing of this person is erased while it is there")
            .Refuses(Problems.NotFound, Problems.PersonErased, Problems.IdTaken);
        officers.MapGet("/", Holds).WithName("ListHolds").WithSummary("Somebody's legal holds, newest first");
        officers.MapDelete("/{holdId:guid}", Lift).WithName("LiftHold").WithSummary("Lift a legal hold; it stays in the list").Refuses(Problems.NotFound);
        routes.MapCorrection();
        routes.MapRetention();
    }

    private static async Task<Results<Ok<ErasureBody>, Refused>> Erase(
        Guid programmeId, Guid personId, NewErasure body, PortfolioDatabase database, Erasure erasure, CancellationToken cancellation)
    {
        if (body.PersonId != personId)
            return Problems.InvalidRequest.At(new FieldError("$.personId", "Write the id of the person in the path: nothing brings them back.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        return (await erasure.Erase(work, programme, personId, body.Reason)).Refused(out var problem, out var erased) ? problem.ToResult() : TypedResults.Ok(erased);
    }

    private static async Task<Results<Created<HoldBody>, Ok<HoldBody>, Refused>> Hold(
        Guid programmeId, Guid personId, NewHold body, HttpContext http, PortfolioDatabase database, LegalHolds holds, TimeProvider clock, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await holds.Add(work, personId, body, creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        var placed = (await holds.Of(work, personId)).Single(hold => hold.Id == creation.Id);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", placed);
    }

    private static async Task<Ok<HoldList>> Holds(Guid programmeId, Guid personId, PortfolioDatabase database, LegalHolds holds, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new HoldList(await holds.Of(work, personId)));
    }

    private static async Task<Results<NoContent, Refused>> Lift(
        Guid programmeId, Guid personId, Guid holdId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await LegalHolds.Lift(work, personId, holdId, http.Person(), clock.GetUtcNow()))
            return Problems.NotFound.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

internal static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder routes)
    {
        var makers = routes.MapGroup("/v1/programmes").WithTags("Programmes")
            .Public("Makes demonstration programmes only, and only for somebody at this computer.").AddEndpointFilter<AtThisComputer>();
        makers.MapPost("/", Make).WithName("MakeProgramme").WithSummary("Make a demonstration programme with its tutor")
            .Refuses(Problems.ProgrammeKeyTaken, Problems.DemonstrationOnly, Problems.IdTaken, Problems.NotFound, Problems.InvalidRequest);

        var readers = routes.MapGroup("/v1/programmes/{programmeId:guid}").WithTags("Programmes").May(Rights.SeeProgramme, new PartOfProgramme());
        readers.MapGet("/", Read).WithName("ReadProgramme").WithSummary("A programme and its settings");
    }

    private static async Task<Results<Created<ProgrammeBody>, Ok<ProgrammeBody>, Refused>> Make(
        NewProgramme body, HttpContext http, PortfolioDatabase database, PersonStore people, PublicAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        if (!body.Demonstration)
            return Problems.DemonstrationOnly.ToResult();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(body.TimeZone, out _))
            return Problems.InvalidRequest.At(new FieldError("$.timeZone", "There is no such IANA time zone; write one such as Europe/London.")).ToResult();
        if (Identity.Read(body.Tutor, "$.tutor").Refused(out var problem, out var identity))
            return problem.ToResult();
        var creation = Creation.Of(http, body.Id, body);
        var programme = new Programme(creation.Id, body.Key, body.Name, body.TimeZone, true, address.Issuer(creation.Id));
        await using var work = await database.Begin(creation.Id, cancellation);
        var now = clock.GetUtcNow();
        if ((await ProgrammeStore.Add(work, programme, creation, now)).Refused(out problem, out var made))
            return problem.ToResult();
        // Made before: its tutor is there, and may not be the only one any more.
        if (!made.Now)
            return TypedResults.Ok(made.Programme.ToBody());
        var tutor = Creation.Of(http, body.Tutor.Id, body.Tutor);
        var today = programme.LocalDate(now);
        if ((await people.Add(work, identity, tutor, now)).Refused(out problem, out var person)
            || (await FactStore.AddAppointment(work, new NewAppointment(person.Person.Id, "tutor", today), tutor)).Refused(out problem, out _))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Created($"/v1/programmes/{programme.Id}", programme.ToBody());
    }

    private static async Task<Results<Ok<ProgrammeBody>, Refused>> Read(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await ProgrammeStore.Find(work, programmeId) is { } programme ? TypedResults.Ok(programme.ToBody()) : Problems.NotFound.ToResult();
    }
}

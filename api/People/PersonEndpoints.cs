using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

internal static class PersonEndpoints
{
    private const int PageOfPeople = 100;

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapProgrammes();
        routes.MapWording();
        var tutors = routes.MapGroup("/v1/programmes/{programmeId:guid}/people").WithTags("People").May(Rights.KeepPeople, new PartOfProgramme());
        tutors.MapPost("/", Add).WithName("AddPerson").WithSummary("Add a person").Refuses(Problems.PersonExists, Problems.IdTaken, Problems.InvalidBody);
        tutors.MapGet("/", List).WithName("ListPeople").WithSummary("The people of the sites that one looks after, by name");

        var readers = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}").WithTags("People").May(Rights.ReadPerson, new PersonInPath("personId"));
        readers.MapGet("/", Read).WithName("ReadPerson").WithSummary("One person");

        routes.MapFacts();
        routes.MapInvitations();
        routes.MapSignIns();
    }

    private static async Task<Results<Created<PersonBody>, Ok<PersonBody>, Refused>> Add(
        Guid programmeId, NewPerson body, HttpContext http, PortfolioDatabase database, PersonStore people, TimeProvider clock, CancellationToken cancellation)
    {
        if (Identity.Read(body, "$").Refused(out var problem, out var identity))
            return problem.ToResult();
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await people.Add(work, identity, creation, clock.GetUtcNow())).Refused(out problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"/v1/programmes/{programmeId}/people/{made.Person.Id}", made.Person.ToBody());
    }

    private static async Task<Results<Ok<PeoplePage>, Refused>> List(
        Guid programmeId, Guid? after, HttpContext http, PortfolioDatabase database, PersonStore people, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var theirs = await http.Sites(work, clock) is { } sites ? await SiteStore.PeopleOf(work, sites, clock.GetUtcNow()) : null;
        var all = (await people.All(work)).Where(person => theirs?.Contains(person.Id) is not false).OrderBy(person => person.Identity.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Id).ToList();
        var from = after is { } last ? all.FindIndex(person => person.Id == last) + 1 : 0;
        if (after is not null && from == 0)
            return Problems.InvalidRequest.At(new FieldError("after", "Send the `next` of the page before.")).ToResult();
        var page = all.Skip(from).Take(PageOfPeople).Select(person => person.ToBody()).ToList();
        return TypedResults.Ok(new PeoplePage(page, from + page.Count < all.Count ? page[^1].Id : null));
    }

    private static async Task<Results<Ok<PersonBody>, Refused>> Read(
        Guid programmeId, Guid personId, PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await people.Find(work, personId) is { } person ? TypedResults.Ok(person.ToBody()) : Problems.NotFound.ToResult();
    }
}

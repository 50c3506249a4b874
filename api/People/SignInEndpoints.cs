using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>Somebody's own ways of signing in and their addresses: nobody else's business. A new way is added on a page, because it needs the browser.</summary>
internal static class SignInEndpoints
{
    private const string Person = "/v1/programmes/{programmeId:guid}/people/{personId:guid}";

    public static void MapSignIns(this IEndpointRouteBuilder routes)
    {
        var signIns = routes.MapGroup(Person + "/sign-ins").WithTags("Sign-in").May(Rights.KeepSignIns, new PersonInPath("personId"));
        signIns.MapGet("/", List).WithName("ListSignIns").WithSummary("How one signs in");
        signIns.MapPost("/{signInId:guid}/end", End).WithName("EndSignIn")
            .WithSummary("End a way of signing in, and every session that it opened").Refuses(Problems.NotFound, Problems.SignInNotRecent);

        var addresses = routes.MapGroup(Person + "/addresses").WithTags("Sign-in").May(Rights.KeepSignIns, new PersonInPath("personId"));
        addresses.MapGet("/", ListAddresses).WithName("ListAddresses").WithSummary("One's e-mail addresses");
        addresses.MapPost("/", AddAddress).WithName("AddAddress").WithSummary("Add an address; it counts once the code sent there has come back")
            .Refuses(Problems.TooManyAddresses, Problems.SignInNotRecent, Problems.IdTaken, Problems.NotFound);
        addresses.MapPost("/{addressId:guid}/confirmation", Confirm).WithName("ConfirmAddress").WithSummary("Bring back the code that was sent to an address")
            .Refuses(Problems.CodeWrong, Problems.CodeOver, Problems.AddressTaken);
        addresses.MapPost("/{addressId:guid}/end", EndAddress).WithName("EndAddress").WithSummary("Take an address away; ending twice is ending once")
            .Refuses(Problems.SignInNotRecent);
    }

    private static async Task<Ok<SignInList>> List(Guid programmeId, Guid personId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new SignInList(await SignInStore.List(work, personId)));
    }

    private static async Task<Results<NoContent, Refused>> End(
        Guid programmeId, Guid personId, Guid signInId, HttpContext http, PortfolioDatabase database, SignInEnding ending, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await ending.End(http, work, personId, signInId) is { } problem)
            return problem.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AddressList>> ListAddresses(
        Guid programmeId, Guid personId, PortfolioDatabase database, PersonStore people, SignInAddresses addresses, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(await addresses.List(work, (await people.Find(work, personId))!));
    }

    private static async Task<Results<Created<AddressBody>, Ok<AddressBody>, Refused>> AddAddress(
        Guid programmeId, Guid personId, NewAddress body, HttpContext http, PortfolioDatabase database, PersonStore people, SignInAddresses addresses,
        BrowserSessions sessions, TimeProvider clock, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await sessions.IsRecent(http, work))
            return Problems.SignInNotRecent.ToResult();
        if ((await addresses.Add(work, (await people.Find(work, personId))!, body, creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        if ((await addresses.Added(work, personId)).SingleOrDefault(address => address.Id == creation.Id) is not { } added)
            return Problems.NotFound.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{added.Id}", added);
    }

    private static async Task<Results<Ok<AddressBody>, Refused>> Confirm(
        Guid programmeId, Guid personId, Guid addressId, AddressCode body, PortfolioDatabase database, SignInAddresses addresses, TimeProvider clock,
        CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var problem = await addresses.Confirm(work, personId, addressId, body.Code, clock.GetUtcNow());
        // A wrong code is kept in mind.
        await work.Commit();
        if (problem is not null)
            return problem.ToResult();
        await using var after = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok((await addresses.Added(after, personId)).Single(address => address.Id == addressId));
    }

    private static async Task<Results<NoContent, Refused>> EndAddress(
        Guid programmeId, Guid personId, Guid addressId, HttpContext http, PortfolioDatabase database, PersonStore people, SignInAddresses addresses,
        BrowserSessions sessions, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await sessions.IsRecent(http, work))
            return Problems.SignInNotRecent.ToResult();
        await addresses.End(work, (await people.Find(work, personId))!, addressId, clock.GetUtcNow());
        await work.Commit();
        return TypedResults.NoContent();
    }
}

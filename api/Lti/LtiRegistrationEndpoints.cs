using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Lti;

internal static class LtiRegistrationEndpoints
{
    public static void MapLtiRegistrations(this IEndpointRouteBuilder routes)
    {
        var keepers = routes.MapGroup("/v1/programmes/{programmeId:guid}/lti").WithTags("LTI").May(Rights.KeepPlatforms, new WholeProgramme());
        keepers.MapPost("/registrations", Add).WithName("AddLtiRegistration").WithSummary("Register a platform that shows this service, by hand").Refuses(Problems.IdTaken, Problems.LtiRegistered);
        keepers.MapGet("/registrations", List).WithName("ListLtiRegistrations").WithSummary("The platforms that show this service, and what is filled in there");
        keepers.MapPut("/registrations/{registrationId:guid}/deployments", SetDeployments).WithName("SetLtiDeployments")
            .WithSummary("From which deployments people may come").Refuses(Problems.LtiRegistrationEnded);
        keepers.MapPost("/registrations/{registrationId:guid}/end", End).WithName("EndLtiRegistration").WithSummary("Nobody comes from there any more; ending twice is ending once");
        keepers.MapPost("/registration-links", Offer).WithName("MakeLtiRegistrationLink").WithSummary("A link by which one platform registers itself, once, within a day");
    }

    public static LtiRegistrationBody Body(LtiRegistration of) =>
        new(of.Id, of.Name, of.Issuer, of.ClientId, of.AuthorizationUrl, of.TokenUrl, of.KeysUrl, of.Deployments, of.EndedAt);

    public static IReadOnlyList<FieldError> WhyNot(NewLtiRegistration body, GuardSettings reach) =>
    [
        .. new[] { ("$.authorizationUrl", body.AuthorizationUrl), ("$.tokenUrl", body.TokenUrl), ("$.keysUrl", body.KeysUrl) }
            .Where(each => !(Uri.TryCreate(each.Item2, UriKind.Absolute, out var url) && url.Fragment == "" && PrivateAddressGuard.Allows(url, reach)))
            .Select(each => new FieldError(each.Item1, "Write an address that begins with https://, without a user in it.")),
    ];

    public static LtiRegistrationLink Link(HttpContext http, PublicAddress address, Guid programme, string secret, DateTimeOffset now) =>
        new(new(LtiAddresses.Of(http, address, programme).Login, $"register/{secret}"), now + LtiRegistrations.OfferLasts);

    private static async Task<Results<Created<LtiRegistrationBody>, Ok<LtiRegistrationBody>, Refused>> Add(
        Guid programmeId, NewLtiRegistration body, HttpContext http, PortfolioDatabase database, GuardSettings reach, TimeProvider clock, CancellationToken cancellation)
    {
        if (WhyNot(body, reach) is { Count: > 0 } errors)
            return Problems.InvalidBody.At(errors).ToResult();
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await LtiRegistrations.Add(work, body, creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        var registration = (await LtiRegistrations.Find(work, creation.Id))!;
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", Body(registration));
    }

    private static async Task<Ok<LtiRegistrationList>> List(Guid programmeId, HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var (login, launch, keys) = LtiAddresses.Of(http, address, programmeId);
        return TypedResults.Ok(new LtiRegistrationList(login, launch, keys, [.. (await LtiRegistrations.Live(work)).Select(Body)]));
    }

    private static Task<Results<Ok<LtiRegistrationBody>, Refused>> SetDeployments(
        Guid programmeId, Guid registrationId, LtiDeployments body, PortfolioDatabase database, CancellationToken cancellation) =>
        Change(programmeId, registrationId, database, live: true, work => LtiRegistrations.SetDeployments(work, registrationId, body.Deployments), cancellation);

    private static Task<Results<Ok<LtiRegistrationBody>, Refused>> End(
        Guid programmeId, Guid registrationId, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation) =>
        Change(programmeId, registrationId, database, live: false, work => LtiRegistrations.End(work, registrationId, clock.GetUtcNow()), cancellation);

    private static async Task<Results<Ok<LtiRegistrationBody>, Refused>> Change(
        Guid programme, Guid id, PortfolioDatabase database, bool live, Func<Work, Task<int>> change, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (await LtiRegistrations.Find(work, id) is not { } there)
            return Problems.NotFound.ToResult();
        if (live && there.EndedAt is not null)
            return Problems.LtiRegistrationEnded.ToResult();
        await change(work);
        var now = (await LtiRegistrations.Find(work, id))!;
        await work.Commit();
        return TypedResults.Ok(Body(now));
    }

    private static async Task<Ok<LtiRegistrationLink>> Offer(
        Guid programmeId, HttpContext http, PortfolioDatabase database, PublicAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await database.Begin(programmeId, cancellation);
        var secret = await LtiRegistrations.Offer(work, http.Person(), now);
        await work.Commit();
        return TypedResults.Ok(Link(http, address, programmeId, secret, now));
    }
}

using System.Text.Json;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>A platform registers itself (RFC 7591, in 1EdTech's profile). That alone opens nothing: it waits until a tutor lets it in, and then asks each trainee.</summary>
internal static class RegistrationEndpoint
{
    // More than anybody looks through; whoever wants to fill the list gets no further.
    private const int MostWaiting = 50;

    private const int LargestBody = 16 * 1024;

    private static readonly TakesBytes Metadata = new(
        "What the platform says of itself (RFC 7591): client_name and redirect_uris are needed; scope, where it asks for less than is offered; members that are not known are passed over.", "application/json")
    {
        Example = OpenBadgesExamples.Registration,
    };

    public static void MapRegistrations(this IEndpointRouteBuilder routes)
    {
        var anybody = routes.MapGroup("/programmes/{programmeId:guid}" + StatusInfo.Path).WithTags("Open Badges")
            .Public("Any platform may register; nothing flows before the programme lets it in and a trainee permits it.");
        anybody.MapPost("/registrations", Register).WithName("RegisterPlatform").WithSummary("Register a platform; its secret is shown in this one answer")
            .WithMetadata(Metadata, new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody))
            .Produces<RegisteredClient>(201).Produces<RegistrationRefusal>(400).Produces<OpenBadgesRefusal>(404).Produces<OpenBadgesRefusal>(413);
    }

    private static async Task<IResult> Register(Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellation);
        await using var work = await database.Begin(programmeId, cancellation);
        if (await ProgrammeStore.Find(work, programmeId) is not { } programme)
            return TypedResults.Json(StatusInfo.Of(Problems.NotFound), Json.Options, statusCode: 404);
        if (ClientMetadata.Read(body.ToArray(), programme.Demonstration, out var client) is { } wrong)
            return Refuse(wrong);
        if (await PlatformStore.Waiting(work) >= MostWaiting)
            return Refuse(new("invalid_client_metadata", "Too many platforms wait to be let into this programme: its tutor has to look at them first."));
        var (now, secret) = (clock.GetUtcNow(), PlatformSecret.Make());
        var creation = Creation.Of("registration", null, client, by: null);
        await PlatformStore.Register(work, client.Name, client.RedirectUris, client.Scope, secret, creation, now);
        await work.Commit();
        return TypedResults.Json(new RegisteredClient(PlatformSecret.ClientId(programmeId, creation.Id), secret, now.ToUnixTimeSeconds(), 0, client.Name, client.RedirectUris,
            "client_secret_basic", ["authorization_code", "refresh_token"], ["code"], client.Scope), Json.Options, statusCode: 201);
    }

    private static JsonHttpResult<RegistrationRefusal> Refuse(RegistrationRefusal refusal) => TypedResults.Json(refusal, Json.Options, statusCode: 400);
}

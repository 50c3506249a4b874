using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>What a trainee sets up for themselves at a platform that is written to.</summary>
internal static class ConnectionSettingsEndpoints
{
    public static void MapConnectionSettings(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/v1/programmes/{programmeId:guid}/connections/{connectionId:guid}").WithTags("Connections").May(Rights.KeepConnection, new ConnectionInPath("connectionId"));
        own.MapGet("/settings", Read).WithName("ReadConnectionSettings").WithSummary("What there is to fill in for this platform; of a secret only whether it is set")
            .Refuses(Problems.ConnectionEnded, Problems.NotWrittenTo);
        own.MapPut("/settings", Set).WithName("SetConnectionSettings").WithSummary("One's own settings at this platform, in place of those before; what waited for them goes on")
            .Refuses(Problems.ConnectionEnded, Problems.NotWrittenTo, Problems.ReceiverForbidden);
        own.MapPost("/authorize", Authorize).WithName("SignInThere").WithSummary("Where to sign in at the platform, so that it lets this service write there")
            .Refuses(Problems.ConnectionEnded, Problems.NotWrittenTo, Problems.ReceiverForbidden, Problems.NoSignInThere, Problems.PlatformNotReady);
        own.MapPost("/test", Test).WithName("TestConnection").WithSummary("Try what is set up; nothing is sent to the portfolio")
            .Refuses(Problems.ConnectionEnded, Problems.NotWrittenTo, Problems.ReceiverForbidden);
    }

    private static async Task<Results<Ok<ConnectionSettingsBody>, Refused>> Read(
        Guid programmeId, Guid connectionId, HttpContext http, PortfolioDatabase database, OwnPlaces own, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return (await own.Find(work, connectionId)).Refused(out var problem, out var place) ? problem.ToResult() : TypedResults.Ok(await own.Settings(work, place, http.Person()));
    }

    private static async Task<Results<Ok<ConnectionSettingsBody>, Refused>> Set(
        Guid programmeId, Guid connectionId, ConnectionSettings body, HttpContext http, PortfolioDatabase database, OwnPlaces own, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await own.Find(work, connectionId)).Refused(out var problem, out var place) || (await own.Set(work, place, http.Person(), body.Settings)).Refused(out problem, out _))
            return problem.ToResult();
        var settings = await own.Settings(work, place, http.Person());
        await work.Commit();
        return TypedResults.Ok(settings);
    }

    private static async Task<Results<Ok<SignInThere>, Refused>> Authorize(Guid programmeId, Guid connectionId, HttpContext http, OwnPlaces own, CancellationToken cancellation) =>
        (await own.Begin(programmeId, connectionId, http.Person(), cancellation)).Refused(out var problem, out var to) ? problem.ToResult() : TypedResults.Ok(new SignInThere(to.ToString()));

    private static async Task<Results<Ok<TrialList>, Refused>> Test(Guid programmeId, Guid connectionId, HttpContext http, OwnPlaces own, CancellationToken cancellation) =>
        (await own.Test(programmeId, connectionId, http.Person(), cancellation)).Refused(out var problem, out var trials) ? problem.ToResult() : TypedResults.Ok(trials);
}

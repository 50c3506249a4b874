using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>Client credentials become a short-lived token. The bodies are OAuth's own, because its clients read no others.</summary>
internal static class TokenEndpoint
{
    private const string Form = "application/x-www-form-urlencoded";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var clients = routes.MapGroup("/oauth").WithTags("Tokens").Public("A client proves itself here by its secret.");
        clients.MapPost("/token", Issue).WithName("IssueToken").WithSummary("A token for a platform, for 15 minutes").Accepts<TokenRequest>(Form)
            .Produces<TokenRefusal>(400).Produces<TokenRefusal>(401);
    }

    private static async Task<Results<Ok<TokenBody>, JsonHttpResult<TokenRefusal>>> Issue(
        HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        http.Response.Headers.Pragma = "no-cache";
        var (client, refusal) = ClientCredentials.Read(await ReadForm(http.Request, cancellation), http.Request.Headers.Authorization.ToString());
        if (client is null)
            return Refuse(http, refusal!);
        if (!PlatformSecret.TryReadClientId(client.Id, out var programme, out var platform))
            return Refuse(http, ClientCredentials.Unknown);
        await using var work = await database.Begin(programme, cancellation);
        if (!PlatformSecret.Matches(client.Secret, await PlatformStore.SecretHash(work, platform)))
            return Refuse(http, ClientCredentials.Unknown);
        var now = clock.GetUtcNow();
        var token = await AccessTokens.Issue(work, new Actor(programme, null, platform), now + Lasts, now);
        await work.Commit();
        return TypedResults.Ok(new TokenBody(token, "Bearer", (int)Lasts.TotalSeconds, "feed"));
    }

    // No form, or one that cannot be read, is a form without a grant type.
    private static async Task<IFormCollection> ReadForm(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return FormCollection.Empty;
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }

    private static JsonHttpResult<TokenRefusal> Refuse(HttpContext http, TokenRefusal refusal)
    {
        var unknown = refusal.Error == "invalid_client";
        if (unknown)
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"portfolio\"";
        return TypedResults.Json(refusal, statusCode: unknown ? 401 : 400);
    }
}

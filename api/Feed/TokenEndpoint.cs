using Microsoft.AspNetCore.Http.Features;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>Client credentials, or what a trainee permitted, become a short-lived token. The bodies are OAuth's own, because its clients read no others.</summary>
internal static partial class TokenEndpoint
{
    private const string Form = "application/x-www-form-urlencoded";

    // As large as any body, so that an assertion that is too long is refused as one.
    private static readonly FormOptions Fields = new() { ValueCountLimit = 100, KeyLengthLimit = 256, ValueLengthLimit = 1 << 20 };

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var clients = routes.MapGroup("/oauth").WithTags("Tokens").Public("A client proves itself here by its secret or its key.");
        clients.MapPost("/token", Issue).WithName("IssueToken").WithSummary("A token for a platform, for 15 minutes").Accepts<TokenRequest>(Form)
            .Produces<TokenRefusal>(400).Produces<TokenRefusal>(401);
    }

    private static async Task<Results<Ok<TokenBody>, JsonHttpResult<TokenRefusal>>> Issue(
        HttpContext http, PortfolioDatabase database, ClientSignIn clients, TimeProvider clock, ILogger<ClientSignIn> log, CancellationToken cancellation)
    {
        http.Response.Headers.Pragma = "no-cache";
        var form = await ReadForm(http.Request, cancellation);
        var (shown, refusal) = ClientCredentials.Read(form, http.Request.Headers.Authorization.ToString());
        if (shown is null)
            return Refuse(http, refusal!);
        if (WhyNot(form, out var grant) is { } wrong)
            return Refuse(http, wrong);
        var now = clock.GetUtcNow();
        if (await clients.Prove(shown, now, cancellation) is not { } client)
            return Refuse(http, ClientCredentials.Unknown);
        await using var work = await database.Begin(client.Programme, cancellation);
        var (token, why) = await clients.Enter(work, client, now) ? await Give(work, client.Platform, grant, form, now, log) : (null, ClientCredentials.Unknown);
        // Kept when it is refused, too: an assertion and a code that were shown are used.
        await work.Commit();
        return token is not null ? TypedResults.Ok(token) : Refuse(http, why!);
    }

    private static async Task<(TokenBody? Token, TokenRefusal? Why)> Give(Work work, Guid platform, string grant, IFormCollection form, DateTimeOffset now, ILogger log)
    {
        var (permitted, fault) = grant switch
        {
            "authorization_code" => await AuthorizationCodes.Use(
                work, platform, ClientCredentials.One(form, "code")!, ClientCredentials.One(form, "redirect_uri"), ClientCredentials.One(form, "code_verifier"), now),
            "refresh_token" => await RefreshTokens.Use(work, platform, ClientCredentials.One(form, "refresh_token")!, now),
            _ => (new(null, Scopes.Feed), null),
        };
        if (permitted is null)
        {
            Log.GrantRefused(log, platform, work.Programme, fault!);
            return (null, new("invalid_grant", "There is no such code or refresh token for this client, address and verifier, or it is no longer good."));
        }
        var scope = ClientCredentials.One(form, "scope") is { } asked ? Scopes.Granted(asked)! : permitted.Scope;
        if (!Scopes.IsWithin(scope, permitted.Scope))
            return (null, new("invalid_scope", "That is more than was permitted."));
        if (scope == Scopes.Feed && (await PlatformStore.Find(work, platform))?.Scope is { } only && !Scopes.Has(only, Scopes.Feed))
            return (null, new("unauthorized_client", "This client asks trainees, each for their own records: there is no feed for it."));
        var own = scope == Scopes.Feed ? null : new Permission(permitted.Connection!.Id, scope);
        var token = await AccessTokens.Issue(work, new Actor(work.Programme, null, platform, Permission: own), now + Lasts, now);
        var next = own is not null && grant == "authorization_code" && Scopes.Has(scope, Scopes.Offline) ? await RefreshTokens.Make(work, platform, own.Connection, scope, now) : null;
        return (new(token, "Bearer", (int)Lasts.TotalSeconds, scope, permitted.Connection?.Trainee, next), null);
    }

    private static TokenRefusal? WhyNot(IFormCollection form, out string grant)
    {
        grant = ClientCredentials.One(form, "grant_type") ?? "";
        var scope = Scopes.Granted(ClientCredentials.One(form, "scope"));
        return grant switch
        {
            "" => new("invalid_request", "Send grant_type as application/x-www-form-urlencoded."),
            not ("client_credentials" or "authorization_code" or "refresh_token") =>
                new("unsupported_grant_type", "Only client_credentials, authorization_code and refresh_token are supported."),
            _ when scope is null || (grant == "client_credentials" && scope != Scopes.Feed) => new("invalid_scope", $"Ask for {string.Join(", ", Scopes.All)}, or leave it out."),
            "authorization_code" when ClientCredentials.One(form, "code") is null => new("invalid_request", "Send the code."),
            "refresh_token" when ClientCredentials.One(form, "refresh_token") is null => new("invalid_request", "Send the refresh_token."),
            _ => null,
        };
    }

    // No form, or one that cannot be read, is a form without a grant type.
    private static async Task<IFormCollection> ReadForm(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return FormCollection.Empty;
        try
        {
            return await request.ReadFormAsync(Fields, cancellation);
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

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "A code or refresh token that platform {Platform} of programme {Programme} showed was refused: {Reason}")]
        public static partial void GrantRefused(ILogger log, Guid platform, Guid programme, string reason);
    }
}

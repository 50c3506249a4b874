using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>`Authorization: Bearer`: a token of our own (`pt_…`), or a provider's for this interface.</summary>
internal sealed partial class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, PortfolioDatabase database, BearerTokens bearers, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var text = header["Bearer ".Length..].Trim();
        if (!text.StartsWith(AccessTokens.Prefix, StringComparison.Ordinal))
            return await OfProvider(text);
        if (!AccessTokens.TryRead(text, out var programme, out var hash))
            return AuthenticateResult.Fail("not a token");
        await using var work = await database.Begin(programme, Context.RequestAborted);
        if (await AccessTokens.Find(work, hash, clock.GetUtcNow()) is not { } actor)
            return AuthenticateResult.Fail("unknown or expired token");
        // Looked up with every request, not when the token is given: whoever pauses a platform wants it to stop now.
        if (actor.Platform is { } platform && await AccessTokens.IsStopped(work, platform))
        {
            Log.PlatformStopped(Logger, platform, programme);
            return AuthenticateResult.Fail("the platform is paused or removed");
        }
        return Success(actor);
    }

    // A provider's token names no programme, so it can only be somebody's where the URL does.
    private async Task<AuthenticateResult> OfProvider(string text)
    {
        if (!Guid.TryParse(Context.GetRouteValue("programmeId")?.ToString(), out var programme))
            return AuthenticateResult.NoResult();
        var answer = await bearers.Find(text, programme, Context.TraceIdentifier, Context.RequestAborted);
        return answer.Refused(out var problem, out var actor) ? AuthenticateResult.Fail(new SignInRefusedException(problem)) : Success(actor);
    }

    private AuthenticateResult Success(Actor actor) => AuthenticateResult.Success(new AuthenticationTicket(actor.ToPrincipal(Scheme.Name), Scheme.Name));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A token of platform {Platform} of programme {Programme} was refused: platform-stopped")]
        public static partial void PlatformStopped(ILogger log, Guid platform, Guid programme);
    }
}

/// <summary>Why somebody is not signed in, where it is more than that they are not.</summary>
internal sealed class SignInRefusedException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem => problem;
}

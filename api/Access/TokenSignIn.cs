using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portfolio.Api.Database;

namespace Portfolio.Api.Access;

/// <summary>`Authorization: Bearer pt_…`.</summary>
internal sealed partial class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, PortfolioDatabase database, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (!AccessTokens.TryRead(header["Bearer ".Length..].Trim(), out var programme, out var hash))
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
        return AuthenticateResult.Success(new AuthenticationTicket(actor.ToPrincipal(Scheme.Name), Scheme.Name));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A token of platform {Platform} of programme {Programme} was refused: platform-stopped")]
        public static partial void PlatformStopped(ILogger log, Guid platform, Guid programme);
    }
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Portfolio.Api.Database;

namespace Portfolio.Api.Access;

/// <summary>`Authorization: Bearer pt_…`.</summary>
internal sealed class TokenSignIn(
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
        return await AccessTokens.Find(work, hash, clock.GetUtcNow()) is { } actor
            ? AuthenticateResult.Success(new AuthenticationTicket(actor.ToPrincipal(Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("unknown or expired token");
    }
}

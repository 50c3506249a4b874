using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Database;

namespace Portfolio.Api.Feed;

/// <summary>A client that has shown who it is.</summary>
/// <param name="Assertion">What it signed, where it did: good for one time.</param>
internal sealed record Client(Guid Programme, Guid Platform, ClientAssertion? Assertion = null);

/// <summary>Whether a client is who it says. Whatever is wrong, the answer is the same; the log says what it was.</summary>
internal sealed partial class ClientSignIn(PortfolioDatabase database, FetchedKeys fetched, AuthorizationAddresses addresses, ILogger<ClientSignIn> log)
{
    private static readonly JsonWebTokenHandler Tokens = new();

    public async Task<Client?> Prove(ClientCredentials shown, DateTimeOffset now, CancellationToken cancellation)
    {
        var (assertion, fault) = shown.Assertion is { } jwt ? ClientAssertion.Read(jwt) : (null, null);
        if (fault is not null)
            return Refuse(Guid.Empty, Guid.Empty, fault);
        var id = assertion is not null && shown.Id == "" ? assertion.Issuer : shown.Id;
        if (!PlatformSecret.TryReadClientId(id, out var programme, out var platform))
            return Refuse(Guid.Empty, Guid.Empty, "client-unknown");
        var (row, secrets) = await Find(programme, platform, cancellation);
        // An unknown client's secret is compared too: an answer that comes sooner would tell that there is none.
        var wrong = assertion is null
            ? PlatformSecret.Matches(shown.Secret, secrets) ? null : "secret-wrong"
            : assertion.WhyNot(id, addresses.Audiences, now) ?? await WhyNotSigned(assertion, row, cancellation);
        return row is null ? Refuse(programme, platform, "client-unknown")
            : wrong is not null ? Refuse(programme, platform, wrong)
            : new(programme, platform, assertion);
    }

    /// <summary>In the transaction that gives it something: once with one assertion, and not while it is paused.</summary>
    public async Task<bool> Enter(Work work, Client client, DateTimeOffset now)
    {
        var reason = client.Assertion is { } assertion && !await ClientAssertions.Take(work, client.Platform, assertion, now) ? "assertion-replayed"
            : await PlatformStore.Find(work, client.Platform) is not { IsLive: true } ? "platform-stopped"
            : null;
        if (reason is not null)
            Refuse(client.Programme, client.Platform, reason);
        return reason is null;
    }

    private async Task<(Platform? Platform, List<byte[]> Secrets)> Find(Guid programme, Guid platform, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        return (await PlatformStore.Find(work, platform), await PlatformSecrets.Live(work, platform));
    }

    private async Task<string?> WhyNotSigned(ClientAssertion assertion, Platform? platform, CancellationToken cancellation)
    {
        var keys = platform switch
        {
            { KeysUrl: { } url } => await fetched.Find(url, assertion.KeyId, cancellation),
            { Keys: { } handedIn } => KeySet.Usable(handedIn),
            _ => [],
        };
        if (keys.Where(key => key.Kid == assertion.KeyId).ToList() is not { Count: > 0 } named)
            return "assertion-key-unknown";
        var result = await Tokens.ValidateTokenAsync(assertion.Jwt, new TokenValidationParameters
        {
            IssuerSigningKeys = named, ValidAlgorithms = KeySet.Algorithms, RequireSignedTokens = true,
            // The claims were judged before, by the clock that everything here is judged by.
            ValidateIssuer = false, ValidateAudience = false, ValidateLifetime = false,
        });
        return result.IsValid ? null : "assertion-signature";
    }

    private Client? Refuse(Guid programme, Guid platform, string reason)
    {
        Log.Refused(log, platform, programme, reason);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Platform {Platform} of programme {Programme} was not let in: {Reason}")]
        public static partial void Refused(ILogger log, Guid platform, Guid programme, string reason);
    }
}

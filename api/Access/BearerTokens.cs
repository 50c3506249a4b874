using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>Access tokens of providers, for programs that act for a person. Who that is in this programme is looked up by the account.</summary>
internal sealed partial class BearerTokens(Providers providers, ProviderAccounts accounts, PortfolioDatabase database, TimeProvider clock, ILogger<BearerTokens> log)
{
    /// <param name="text">What came as a bearer token and is none of our own.</param>
    /// <param name="programme">The programme that the URL names.</param>
    /// <param name="trace">The request, for the log.</param>
    public async Task<Answer<Actor>> Find(string text, Guid programme, string trace, CancellationToken cancellation)
    {
        if (providers.All.Count == 0)
            return Refuse(null, "no-provider", trace);
        var read = ProviderTokens.Read(text);
        if (read.Token is not { } token)
            return Refuse(null, read.WhyNot!, trace);
        if (providers.Of(token.Issuer) is not { Options.Audience: { Length: > 0 } audience } provider)
            return Refuse(null, "issuer", trace);
        try
        {
            var answer = await ProviderTokens.Check(provider, token, new(audience, provider.Options.TokenType), clock.GetUtcNow(), cancellation);
            if (answer.Account is not { } account)
                return Refuse(provider, answer.WhyNot!, trace);
            await using var work = await database.Begin(programme, cancellation);
            if (await accounts.Find(work, account) is { } known)
                return new Actor(programme, known.PersonId, null);
            Log.Refused(log, provider.Name, "account-unknown", trace);
            return Problems.SignInUnknown;
        }
        catch (ProviderUnavailableException)
        {
            Log.Refused(log, provider.Name, "provider-unavailable", trace);
            return Problems.ProviderUnavailable;
        }
    }

    private Problem Refuse(Provider? provider, string why, string trace)
    {
        Log.Refused(log, provider?.Name ?? "no provider", why, trace);
        return Problems.SignInNeeded;
    }

    // Nothing of the token itself: whoever sends one chooses what stands in it.
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A bearer token ({Provider}) was refused: {Reason}. Request {Trace}.")]
        public static partial void Refused(ILogger log, string provider, string reason, string trace);
    }
}

using Microsoft.AspNetCore.Authentication;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>An account that the provider has just shown to be at this browser, and the person who began adding it.</summary>
internal sealed record NewProviderAccount(Guid Person, Provider Provider, ProviderAccount Account);

/// <summary>Adds it where that person may still do so at this browser. Told by the stage that knows of invitations.</summary>
/// <returns>Nothing, or why not.</returns>
internal delegate Task<Problem?> AddProviderAccount(HttpContext http, Work work, NewProviderAccount added);

/// <summary>Signing in at pages by a provider's account, and adding that account to one's ways of signing in.</summary>
internal sealed partial class ProviderSignIns(
    Providers providers, ProviderAccounts accounts, AddProviderAccount add, BrowserSessions sessions, PortfolioDatabase database, TimeProvider clock, ILogger<ProviderSignIns> log)
{
    private const string Programme = "programme";
    private const string Adding = "adding";

    /// <summary>
    /// Sends the browser to the provider. Whoever adds an account begins here from a form with an antiforgery token: a mere link could have a stranger's account added.
    /// </summary>
    /// <param name="http">The browser's request.</param>
    /// <param name="programme">The programme to be signed in to; whether it is there is not told.</param>
    /// <param name="name">The provider's name in the configuration.</param>
    /// <param name="to">The page to come back to, a path of this service; what is due today where it is none, or one's account where an account is added.</param>
    /// <param name="adding">The person who adds this account; none where the account is to sign somebody in.</param>
    /// <returns>Nothing where the browser is on its way, or why it is not.</returns>
    public async Task<Problem?> Begin(HttpContext http, Guid programme, string name, string? to = null, Guid? adding = null)
    {
        if (providers.Named(name) is not { ForPages: true } provider)
            return Problems.NotFound;
        var properties = new AuthenticationProperties { RedirectUri = IsOurs(to) ? to : $"/programmes/{programme}{(adding is null ? "" : "/account")}" };
        properties.Items[Programme] = $"{programme:D}";
        if (adding is { } person)
            properties.Items[Adding] = $"{person:D}";
        try
        {
            await http.ChallengeAsync(provider.Scheme, properties);
            return null;
        }
        catch (ProviderUnavailableException)
        {
            Log.Refused(log, provider.Name, "provider-unavailable", http.TraceIdentifier);
            return Problems.ProviderUnavailable;
        }
    }

    /// <summary>The provider has said whose account it is.</summary>
    public async Task Complete(TicketReceivedContext received)
    {
        received.HandleResponse();
        var http = received.HttpContext;
        var items = received.Properties!.Items;
        var account = new ProviderAccount(received.Principal!.FindFirst("iss")!.Value, received.Principal.FindFirst("sub")!.Value);
        var provider = providers.Of(account.Issuer)!;
        await using var work = await database.Begin(Guid.Parse(items[Programme]!), http.RequestAborted);
        var problem = items.TryGetValue(Adding, out var person) ? await Add(http, work, new(Guid.Parse(person!), provider, account)) : await Enter(http, work, account);
        if (problem is not null)
        {
            Log.Refused(log, provider.Name, problem.Code, http.TraceIdentifier);
            await PageManners.Write(http, problem);
            return;
        }
        await work.Commit();
        http.Response.Redirect(received.ReturnUri!);
    }

    /// <summary>It did not get that far, for a reason that the log is told and the browser is not.</summary>
    public async Task Refuse(RemoteFailureContext failed)
    {
        failed.HandleResponse();
        var provider = ((ProviderSignInOptions)failed.Options).Provider;
        var (reason, problem) = failed.Failure switch
        {
            ProviderRefusedException refused => (refused.Reason, Problems.SignInFailed),
            ProviderUnavailableException => ("provider-unavailable", Problems.ProviderUnavailable),
            // State or correlation, or whatever the provider says went wrong: its words are anybody's.
            _ => (failed.Properties is null ? "state" : "refused-or-replayed", Problems.SignInFailed),
        };
        Log.Refused(log, provider.Name, reason, failed.HttpContext.TraceIdentifier);
        await PageManners.Write(failed.HttpContext, problem);
    }

    // Not before this: as long as the handler asks, nobody has been looked for yet.
    private async Task<Problem?> Add(HttpContext http, Work work, NewProviderAccount added)
    {
        http.User = (await http.AuthenticateAsync(TokenSignIn.SchemeName)).Principal ?? http.User;
        return await add(http, work, added);
    }

    private async Task<Problem?> Enter(HttpContext http, Work work, ProviderAccount account)
    {
        if (await accounts.Find(work, account) is not { } known)
            return Problems.SignInUnknown;
        await ProviderAccounts.Used(work, known, clock.GetUtcNow());
        await sessions.Open(http, work, known.PersonId, known.Id);
        return null;
    }

    // A path here and nothing a browser could read as another host.
    private static bool IsOurs(string? to) => to is { Length: <= 2000 } and (['/', not ('/' or '\\'), ..] or "/") && !to.Any(char.IsControl);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sign-in at {Provider} was refused: {Reason}. Request {Trace}.")]
        public static partial void Refused(ILogger log, string provider, string reason, string trace);
    }
}

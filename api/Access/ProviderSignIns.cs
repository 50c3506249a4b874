using Microsoft.AspNetCore.Authentication;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>Signing in at pages by a provider's account, and adding that account to one's ways of signing in.</summary>
internal sealed partial class ProviderSignIns(
    Providers providers, ProviderAccounts accounts, BrowserSessions sessions, PortfolioDatabase database, TimeProvider clock, ILogger<ProviderSignIns> log)
{
    private const string Programme = "programme";
    private const string Adding = "adding";

    /// <summary>
    /// Sends the browser to the provider. Whoever adds an account begins here from a form with an antiforgery token: a mere link could have a stranger's account added.
    /// </summary>
    /// <param name="http">The browser's request.</param>
    /// <param name="programme">The programme to be signed in to; whether it is there is not told.</param>
    /// <param name="provider">The provider's name in the configuration.</param>
    /// <param name="then">The page to come back to, a path of this service; the programme's own where it is none.</param>
    /// <param name="adding">The signed-in person who adds this account; none where the account is to sign somebody in.</param>
    public async Task Begin(HttpContext http, Guid programme, string provider, string? then = null, Guid? adding = null)
    {
        if (providers.Named(provider) is not { ForPages: true } found)
        {
            await PageManners.Write(http, Problems.NotFound);
            return;
        }
        var properties = new AuthenticationProperties { RedirectUri = IsOurs(then) ? then : $"/programmes/{programme}" };
        properties.Items[Programme] = $"{programme:D}";
        if (adding is { } person)
            properties.Items[Adding] = $"{person:D}";
        try
        {
            await http.ChallengeAsync(found.Scheme, properties);
        }
        catch (ProviderUnavailableException)
        {
            Log.Refused(log, found.Name, "provider-unavailable", http.TraceIdentifier);
            await PageManners.Write(http, Problems.ProviderUnavailable);
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
        var problem = items.TryGetValue(Adding, out var person) ? await Add(http, work, provider, account, Guid.Parse(person!)) : await Enter(http, work, account);
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

    private async Task<Problem?> Enter(HttpContext http, Work work, ProviderAccount account)
    {
        if (await accounts.Find(work, account) is not { } known)
            return Problems.SignInUnknown;
        await ProviderAccounts.Used(work, known, clock.GetUtcNow());
        await sessions.Open(http, work, known.PersonId, known.Id);
        return null;
    }

    // Whoever began it must still be there, and lately: somebody else may sit at the browser by now.
    private async Task<Problem?> Add(HttpContext http, Work work, Provider provider, ProviderAccount account, Guid person)
    {
        var asked = (await http.AuthenticateAsync(TokenSignIn.SchemeName)).Principal;
        return asked is not null && Actor.Of(asked) == new Actor(work.Programme, person, null) && await sessions.IsRecent(http, work)
            ? await accounts.Add(work, person, provider, account, clock.GetUtcNow())
            : Problems.SignInNotRecent;
    }

    // A path here and nothing a browser could read as another host.
    private static bool IsOurs(string? then) => then is ['/', not ('/' or '\\'), ..] or "/" && !then.Any(char.IsControl);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sign-in at {Provider} was refused: {Reason}. Request {Trace}.")]
        public static partial void Refused(ILogger log, string provider, string reason, string trace);
    }
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.People;

/// <summary>Adding a provider's account to one's ways of signing in.</summary>
internal sealed class SignInProviders(SignInAdding adding, ProviderAccounts accounts, TimeProvider clock)
{
    /// <summary>Whoever began it must still be there, by their invitation or a sign-in of the last minutes: somebody else may sit at the browser by now.</summary>
    public async Task<Problem?> Add(HttpContext http, Work work, NewProviderAccount added)
    {
        if (await adding.Of(http, work) is not { } may || may.Person.Id != added.Person)
            return Problems.SignInNotRecent;
        if ((await accounts.Add(work, added, may.By, clock.GetUtcNow())).Refused(out var problem, out var signIn))
            return problem;
        await adding.Added(http, work, may, signIn.Id);
        return null;
    }
}

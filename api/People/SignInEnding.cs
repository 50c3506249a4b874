using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.People;

/// <summary>Ending a way of signing in: by whoever has shown just now that it is theirs; wherever they can be reached they are told.</summary>
internal sealed class SignInEnding(PersonStore people, SignInAddresses addresses, BrowserSessions sessions, TimeProvider clock)
{
    /// <summary>For whoever lost what they sign in with, or had it taken: a tutor ends all of it, and an invitation with a word lets them in again.</summary>
    public async Task EndAll(Work work, Person person)
    {
        var now = clock.GetUtcNow();
        if (await SignInStore.EndAll(work, person.Id, now) == 0)
            return;
        await addresses.Tell(work, person, "sign-in-ended", "A way to sign in was ended", SignInLetters.SignInEnded, now);
    }

    public async Task<Problem?> End(HttpContext http, Work work, Guid person, Guid signIn)
    {
        var now = clock.GetUtcNow();
        if (!await sessions.IsRecent(http, work))
            return Problems.SignInNotRecent;
        if (!await SignInStore.End(work, person, signIn, now))
            return Problems.NotFound;
        if (await people.Find(work, person) is { } told)
            await addresses.Tell(work, told, "sign-in-ended", "A way to sign in was ended", SignInLetters.SignInEnded, now);
        return null;
    }
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.People;

/// <summary>Ending a way of signing in: by whoever has shown just now that it is theirs; wherever they can be reached they are told.</summary>
internal sealed class SignInEnding(PersonStore people, SignInAddresses addresses, BrowserSessions sessions, TimeProvider clock)
{
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

using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.People;

/// <summary>Who may be given a new sign-in by this browser, and on whose word.</summary>
/// <param name="Invitation">The invitation it accepted; none where somebody adds to what they have.</param>
internal sealed record MayAdd(Person Person, Guid? By, Invitation? Invitation);

/// <summary>Adding a way to sign in: by an accepted invitation, or by a sign-in of the last minutes. Never because an e-mail address is the same.</summary>
internal sealed class SignInAdding(SignInStore signIns, PersonStore people, SignInAddresses addresses, BrowserSessions sessions, TimeProvider clock)
{
    public async Task<MayAdd?> Of(HttpContext http, Work work)
    {
        if (await InvitationStore.Accepted(http, work, clock.GetUtcNow()) is { } invitation)
            return await people.Find(work, invitation.Person) is { } invited ? new(invited, invitation.MadeBy, invitation) : null;
        return Actor.Of(http.User) is { Person: { } person, Session: null } actor && actor.Programme == work.Programme && await sessions.IsRecent(http, work)
            && await people.Find(work, person) is { } oneself ? new(oneself, person, null) : null;
    }

    /// <summary>Keeps what was shown as a new sign-in, and lets the browser in by it.</summary>
    public async Task<SignIn> Add(HttpContext http, Work work, MayAdd may, string kind, SignInDetail detail)
    {
        var signIn = await signIns.Add(work, may.Person.Id, kind, detail, may.By, clock.GetUtcNow());
        await Added(http, work, may, signIn.Id);
        return signIn;
    }

    /// <summary>What follows from a sign-in that was added: the invitation is used up, its person is told wherever they can be reached, and the browser is signed in.</summary>
    public async Task Added(HttpContext http, Work work, MayAdd may, Guid signIn)
    {
        var now = clock.GetUtcNow();
        if (may.Invitation is { } invitation)
            await InvitationStore.Finish(http, work, invitation, now);
        await addresses.Tell(work, may.Person, "sign-in-added", "A way to sign in was added", SignInLetters.SignInAdded, now);
        await sessions.Open(http, work, may.Person.Id, signIn);
    }
}

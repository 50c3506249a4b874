using System.Security.Cryptography;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Mail;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.People;

/// <summary>
/// Signing in with an e-mail address and an authenticator: a code by letter and one of the authenticator, both right. Every answer is the same for an
/// address that is not known here, and takes as long.
/// </summary>
internal sealed class SignInByCode(
    SignInAddresses addresses, SignInAuthenticators authenticators, SignInSteps steps, SignInWaits waits, SignInStore signIns, PersonKeys keys, Letters letters, TimeProvider clock)
{
    private const string Kind = "code";

    /// <summary>Longer than a letter takes to write: by the time of an answer nobody can tell whether one was written.</summary>
    public static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(300);

    /// <returns>The secret of the step in which the codes have to come, whether or not a letter was written.</returns>
    public async Task<string> Ask(HttpContext http, Work work, string email)
    {
        email = email.Trim();
        var (address, origin) = (waits.Letters(work, email), waits.Origin(work, http));
        if (await waits.Waits(work, address, origin))
            return LinkSecret.Make(work.Programme).Text;
        // Each letter counts, so that nobody's mailbox is filled.
        await waits.Failed(work, address);
        var (known, code) = (await addresses.WhoHas(work, email), SignInAddresses.NewCode());
        if (known is var (person, mailbox) && (await keys.Of(work, [person.Id])).TryGetValue(person.Id, out var key))
            await letters.Post(work, key, "sign-in-code", await HasAuthenticator(work, person.Id)
                ? new Letter(mailbox, "Your code", SignInLetters.Code(code))
                : new Letter(mailbox, "Signing in to Portfolio", SignInLetters.NoAuthenticator), clock.GetUtcNow());
        return await steps.Begin(work, Kind, known?.Person.Id, state: SHA256.HashData(address.Hash), code);
    }

    /// <returns>The sign-in, or nothing: which of the codes was wrong is not told, nor whether the address is known.</returns>
    public async Task<SignIn?> Check(HttpContext http, Work work, string? secret, string? code, string? authenticatorCode)
    {
        var origin = waits.Origin(work, http);
        if (await steps.Try(work, secret, Kind) is not { State: { } asked } step)
        {
            await waits.Failed(work, origin);
            return null;
        }
        var person = waits.Asked(work, asked);
        if (await waits.Waits(work, person, origin))
            return null;
        if (step.Is(code) && step.Person is { } known && await authenticators.Check(work, known, authenticatorCode) is { } signIn)
        {
            await SignInSteps.End(work, step);
            await SignInWaits.Succeeded(work, person);
            return signIn;
        }
        await waits.Failed(work, person, origin);
        return null;
    }

    private async Task<bool> HasAuthenticator(Work work, Guid person) => (await signIns.Hold(work, person, SignInKind.Authenticator)).Count > 0;
}

using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.People;

/// <summary>What goes to the browser's authenticator, and the secret of the step that its answer belongs to.</summary>
internal sealed record PasskeyQuestion(string Options, string Step);

/// <summary>Passkeys (WebAuthn), judged by the framework's handler: discoverable, with the holder verified, for our own origin alone.</summary>
internal sealed partial class SignInPasskeys(
    SignInStore signIns, PersonStore people, SignInSteps steps, PublicAddress address, TimeProvider clock, ILogger<SignInPasskeys> log)
{
    private const string Asking = "passkey", Making = "new-passkey";

    // More than any authenticator answers.
    private const int LongestAnswer = 32 * 1024;

    public async Task<PasskeyQuestion> AskForNew(HttpContext http, Work work, Person person)
    {
        var entity = new PasskeyUserEntity { Id = new PasskeyHolder(person.Id).Handle, Name = person.Identity.Name, DisplayName = person.Identity.Name };
        var made = await Handler(work, http).MakeCreationOptionsAsync(entity, http);
        return new(made.CreationOptionsJson, await steps.Begin(work, Making, person.Id, Encoding.UTF8.GetBytes(made.AttestationState!)));
    }

    /// <returns>The passkey that the answer made, for somebody; nothing where the answer is not right.</returns>
    public async Task<StoredPasskey?> Make(HttpContext http, Work work, Guid person, string? step, string? answer)
    {
        if (await steps.Take(work, step, Making) is not { State: { } state } taken || taken.Person != person || answer is not { Length: <= LongestAnswer })
            return null;
        var made = await Handler(work, http).PerformAttestationAsync(
            new() { HttpContext = http, CredentialJson = answer, AttestationState = Encoding.UTF8.GetString(state) });
        if (made is { Succeeded: true, Passkey: { IsUserVerified: true } passkey })
            return new(passkey.CredentialId, passkey.PublicKey, clock.GetUtcNow(), passkey.SignCount, passkey.Transports ?? [], passkey.IsBackupEligible, passkey.IsBackedUp);
        Log.NotMade(log, Reason(made.Failure));
        return null;
    }

    public async Task<PasskeyQuestion> Ask(HttpContext http, Work work)
    {
        var made = await Handler(work, http).MakeRequestOptionsAsync(null, http);
        return new(made.RequestOptionsJson, await steps.Begin(work, Asking, null, Encoding.UTF8.GetBytes(made.AssertionState!)));
    }

    /// <returns>Whose passkey answered; nothing where the answer is not right.</returns>
    public async Task<SignIn?> Check(HttpContext http, Work work, string? step, string? answer)
    {
        if (await steps.Take(work, step, Asking) is not { State: { } state } || answer is not { Length: <= LongestAnswer })
            return null;
        var shown = await Handler(work, http).PerformAssertionAsync(
            new() { HttpContext = http, CredentialJson = answer, AssertionState = Encoding.UTF8.GetString(state) });
        if (shown is not { Succeeded: true, Passkey: { } passkey } || await signIns.HoldPasskey(work, passkey.CredentialId) is not { Detail.Passkey: { } stored } signIn)
        {
            Log.NotShown(log, Reason(shown.Failure));
            return null;
        }
        await signIns.Used(work, signIn with { Detail = new(stored with { SignCount = passkey.SignCount, IsBackedUp = passkey.IsBackedUp }) }, clock.GetUtcNow());
        return signIn;
    }

    private PasskeyHandler<PasskeyHolder> Handler(Work work, HttpContext http)
    {
        // Behind a proxy the host of a request is not what the browser sees.
        var (domain, origin) = address.IsSet
            ? (address.Base.Host, address.Base.GetLeftPart(UriPartial.Authority))
            : (http.Request.Host.Host, $"{http.Request.Scheme}://{http.Request.Host}");
        var options = new IdentityPasskeyOptions
        {
            ServerDomain = domain, UserVerificationRequirement = "required", ResidentKeyRequirement = "required", AttestationConveyancePreference = "none",
            AuthenticatorTimeout = TimeSpan.FromMinutes(5),
            ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && string.Equals(asked.Origin, origin, StringComparison.OrdinalIgnoreCase)),
        };
        var users = new UserManager<PasskeyHolder>(
            new SignInPasskeyHolders(work, signIns, people), Options.Create(new IdentityOptions()), null!, [], [], null!, new IdentityErrorDescriber(), null!,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<UserManager<PasskeyHolder>>.Instance);
        return new(users, Options.Create(options));
    }

    // The handler's own words can quote what came in.
    private static string Reason(PasskeyException? failure) => failure?.InnerException?.GetType().Name ?? failure?.GetType().Name ?? "unknown-passkey";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A new passkey was refused: {Reason}.")]
        public static partial void NotMade(ILogger log, string reason);

        [LoggerMessage(2, LogLevel.Information, "A passkey was refused: {Reason}.")]
        public static partial void NotShown(ILogger log, string reason);
    }
}

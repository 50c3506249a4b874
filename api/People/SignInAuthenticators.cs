using Portfolio.Api.Database;

namespace Portfolio.Api.People;

/// <summary>A new authenticator's secret, and the step in which its first code has to come.</summary>
internal sealed record NewAuthenticator(byte[] Secret, string Step);

/// <summary>Authenticators: a secret shared once, and a code of it each time, which works once.</summary>
internal sealed class SignInAuthenticators(SignInStore signIns, SignInSteps steps, TimeProvider clock)
{
    private const string Making = "new-authenticator";

    public async Task<NewAuthenticator> Begin(Work work, Guid person)
    {
        var secret = SignInPeriods.NewSecret();
        return new(secret, await steps.Begin(work, Making, person, secret));
    }

    /// <returns>The authenticator, its first code already taken; else the same step again, for another try.</returns>
    public async Task<(StoredAuthenticator? Made, NewAuthenticator? Again)> Make(Work work, Guid person, string? secret, string? code)
    {
        if (await steps.Try(work, secret, Making) is not { State: { } shared } step || step.Person != person)
            return (null, null);
        if (SignInPeriods.Of(shared, code, clock.GetUtcNow(), last: 0) is not { } period)
            return (null, new(shared, secret!));
        await SignInSteps.End(work, step);
        return (new(shared, period), null);
    }

    /// <returns>The sign-in whose code this is, the code used up.</returns>
    public async Task<SignIn?> Check(Work work, Guid person, string? code)
    {
        var now = clock.GetUtcNow();
        foreach (var signIn in await signIns.Hold(work, person, SignInKind.Authenticator))
            if (signIn.Detail.Authenticator is { } authenticator && SignInPeriods.Of(authenticator.Secret, code, now, authenticator.LastPeriod) is { } period)
            {
                var used = signIn with { Detail = new(Authenticator: authenticator with { LastPeriod = period }) };
                await signIns.Used(work, used, now);
                return used;
            }
        return null;
    }
}

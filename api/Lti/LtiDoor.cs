using System.Text.Json;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Lti;

/// <summary>What waits until somebody has confirmed that an account is theirs.</summary>
internal sealed record LtiWaiting(Guid Registration, string Subject, string? Number, string To);

/// <summary>What waits until a frame's page was opened in a window.</summary>
internal sealed record LtiWindow(Guid Account, string To);

/// <summary>What waits until something was chosen for a course.</summary>
internal sealed record LtiChoice(Guid Registration, string Deployment, string ReturnUrl, string? Data);

/// <summary>How a launch ended: where it leads, or the step in which the person has to confirm who they are, or why not.</summary>
/// <param name="Entered">The account that was let in.</param>
/// <param name="Person">Whose it is.</param>
internal sealed record LtiEntry(string? To = null, Guid? Entered = null, Guid? Person = null, string? Confirm = null, string? Fault = null, Guid? Registration = null);

/// <summary>From a checked message to a person who is let in. Who somebody is here, and what they may, is never the platform's to say.</summary>
internal sealed class LtiDoor(
    PortfolioDatabase database, LtiStates states, LtiTokens tokens, LtiAccounts accounts, LtiMatch match, LtiTargets targets, SignInSteps steps, TimeProvider clock)
{
    public const string Confirming = "platform-account", InWindow = "platform-window", Choosing = "platform-choice";

    /// <summary>Long enough for a letter with a code to be read.</summary>
    public static readonly TimeSpan ConfirmLasts = TimeSpan.FromHours(1);

    /// <summary>Of the programme's platforms, whose pages may show ours.</summary>
    public async Task<IReadOnlyList<string>> Origins(Guid programme, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        return [.. (await LtiRegistrations.Live(work)).SelectMany(registration => registration.Origins).Distinct()];
    }

    public async Task<LtiRegistration?> Registered(Guid programme, string issuer, string? client, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        return await LtiRegistrations.Of(work, issuer, client);
    }

    public async Task<LtiEntry> Enter(HttpContext http, Guid programme, string? text, string? token, CancellationToken cancellation)
    {
        var (state, fault) = states.Read(http, programme, text);
        if (state is null)
            return new(Fault: fault);
        var now = clock.GetUtcNow();
        LtiRegistration? registration;
        await using (var looking = await database.Begin(programme, cancellation))
            registration = await LtiRegistrations.Find(looking, state.Registration);
        if (registration is not { EndedAt: null })
            return new(Fault: "not-registered", Registration: state.Registration);
        // The keys may have to be fetched: nobody's transaction waits for that.
        (var message, fault) = await tokens.Read(token ?? "", registration, state.Nonce, now, cancellation);
        if (message is null)
            return new(Fault: fault, Registration: registration.Id);
        if (!registration.Deployments.Contains(message.Deployment))
            return new(Fault: "deployment", Registration: registration.Id);
        await using var work = await database.Begin(programme, cancellation);
        if (!await LtiStates.Take(work, state, now))
            return new(Fault: "nonce-used", Registration: registration.Id);
        var entry = await Enter(work, registration, message, now);
        // The nonce is used up, whoever it was.
        await work.Commit();
        return entry with { Registration = registration.Id };
    }

    private async Task<LtiEntry> Enter(Work work, LtiRegistration registration, LtiMessage message, DateTimeOffset now)
    {
        await LtiCourses.Seen(work, registration.Id, message, now);
        if (await accounts.Find(work, registration.Id, message.Subject) is { } known)
        {
            await LtiAccounts.Used(work, known.Id, now);
            return new(await Asking(work, registration, message, known, await To(work, registration, message, known.PersonId, now)), known.Id, known.PersonId);
        }
        if (await match.Of(work, message.Number, message.Email) is not var (person, _))
            return new(Fault: "nobody-known");
        var waiting = new LtiWaiting(registration.Id, message.Subject, message.Number, await To(work, registration, message, person, now));
        return new(Person: person, Confirm: await steps.Begin(work, Confirming, person, JsonSerializer.SerializeToUtf8Bytes(waiting, Json.Options), lasts: ConfirmLasts));
    }

    // Once, when they first come after the course's gradebook was set up: whether it may have their records.
    private static async Task<string> Asking(Work work, LtiRegistration registration, LtiMessage message, LtiAccounts.Account account, string to)
    {
        const string Asked = """
            select 1 from connection where programme_id = @Programme and platform_id = @platform and person_id = @person
            union all select 1 where not exists (select 1 from membership m where m.programme_id = @Programme and m.person_id = @person)
            """;
        return message is { Type: LtiNames.ResourceLink, Context: not null } && await LtiCourses.From(work, registration.Id, message) is { PlatformId: { } platform } course
            && !(account.UsedAt > course.ScoresAt) && !await work.Any(Asked, new { work.Programme, platform, person = account.PersonId })
            ? $"/programmes/{work.Programme}/lti/scores/{course.Id}?to={Uri.EscapeDataString(to)}" : to;
    }

    private async Task<string> To(Work work, LtiRegistration registration, LtiMessage message, Guid person, DateTimeOffset now)
    {
        if (message.Type != LtiNames.DeepLinking)
            return await targets.Of(work, message, person, now);
        var choice = new LtiChoice(registration.Id, message.Deployment, message.ReturnUrl!, message.Data);
        var step = await steps.Begin(work, Choosing, person, JsonSerializer.SerializeToUtf8Bytes(choice, Json.Options), lasts: ConfirmLasts);
        return $"/programmes/{work.Programme}/lti/choose?step={step}";
    }
}

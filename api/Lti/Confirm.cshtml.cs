using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Pages;
using Portfolio.Api.People;

namespace Portfolio.Api.Lti;

/// <summary>The first time, the person themselves says that an account is theirs: by their own way of signing in, or by their invitation. Never the platform alone.</summary>
internal sealed class ConfirmModel(
    LtiDoor door, PortfolioDatabase database, SignInSteps steps, SignInAdding adding, LtiAccounts accounts, TimeProvider clock, ILogger<ConfirmModel> log) : LtiPage(door, log), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever confirms may have to sign in first; what is confirmed is about nobody but them.");

    public string? Step { get; private set; }

    public string Platform { get; private set; } = "";

    /// <summary>Who has shown who they are.</summary>
    public string? PersonName { get; private set; }

    /// <summary>Whether that is whom the platform means.</summary>
    public bool Matches { get; private set; }

    public async Task<IActionResult> OnGet(string? step, CancellationToken cancellation)
    {
        await using var work = await database.Begin(Programme, cancellation);
        if (await steps.Look(work, step, LtiDoor.Confirming) is not { } waits || await Registration(work, Read(waits)) is not { } registration)
            return Refuse(Programme, null, "state-expired");
        var may = await adding.Of(HttpContext, work);
        (Step, Platform, PersonName, Matches) = (step, registration.Name, may?.Person.Identity.Name, may?.Person.Id == waits.Person);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirm(string? step, CancellationToken cancellation)
    {
        await using var work = await database.Begin(Programme, cancellation);
        // Looked at first: whoever has to sign in again still finds it.
        if (await steps.Look(work, step, LtiDoor.Confirming) is not { } waits || await adding.Of(HttpContext, work) is not { } may || may.Person.Id != waits.Person)
            return await OnGet(step, cancellation);
        var waiting = Read(waits);
        if (await steps.Take(work, step, LtiDoor.Confirming) is null || await Registration(work, waiting) is not { } registration)
            return Refuse(Programme, waiting.Registration, "state-expired");
        if ((await accounts.Add(work, may.Person.Id, registration, waiting.Subject, waiting.Number, may.By, clock.GetUtcNow())).Refused(out _, out var account))
            return Refuse(Programme, registration.Id, "account-taken");
        await adding.Added(HttpContext, work, may, account.Id);
        await work.Commit();
        return LocalRedirect(waiting.To);
    }

    private static LtiWaiting Read(SignInStep step) => JsonSerializer.Deserialize<LtiWaiting>(step.State!, Json.Options)!;

    private static async Task<LtiRegistration?> Registration(Work work, LtiWaiting waiting) =>
        await LtiRegistrations.Find(work, waiting.Registration) is { EndedAt: null } live ? live : null;
}

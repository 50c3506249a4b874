using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Pages;
using Portfolio.Api.People;

namespace Portfolio.Api.Lti;

/// <summary>The window that a frame opened: it says whose session it would be before there is one.</summary>
internal sealed class WindowModel(LtiDoor door, PortfolioDatabase database, PersonStore people, LtiWindows windows, BrowserSessions sessions, ILogger<WindowModel> log)
    : LtiPage(door, log), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever has the frame's secret came in there a moment ago, and it works once.");

    public string? Step { get; private set; }

    public string PersonName { get; private set; } = "";

    public async Task<IActionResult> OnGet(string? step, CancellationToken cancellation)
    {
        await using var work = await database.Begin(Programme, cancellation);
        if (await windows.Look(work, step) is not var (person, _) || await people.Find(work, person) is not { } known)
            return Refuse(Programme, null, "state-expired");
        (Step, PersonName) = (step, known.Identity.Name);
        return Page();
    }

    public async Task<IActionResult> OnPost(string? step, CancellationToken cancellation)
    {
        await using var work = await database.Begin(Programme, cancellation);
        if (await windows.Take(work, step) is not var (person, window) || !await LtiAccounts.IsLive(work, window.Account))
            return Refuse(Programme, null, "state-expired");
        await sessions.Open(HttpContext, work, person, window.Account);
        await work.Commit();
        return LocalRedirect(window.To);
    }
}

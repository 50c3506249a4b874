using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>Saying that a session does not or did not take place, and why.</summary>
internal sealed class CancelModel(PortfolioDatabase database, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepRegister, new SessionInPath("sessionId"));

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public Session Session { get; private set; } = null!;

    public string Group { get; private set; } = "";

    public Dictionary<string, string> Wrong { get; } = [];

    public string Home => $"/programmes/{RouteData.Values["programmeId"]}";

    public bool ByLink => HttpContext.Actor().Session is not null;

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work, sessionId);
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (GroupWords.Reasons.All(reason => reason.Code != Reason))
        {
            Wrong["reason"] = "Say why it does not take place.";
            return await Show(work, sessionId, 422);
        }
        if (await Registers.Cancel(work, HttpContext.Actor(), sessionId, Seen, Reason!, clock.GetUtcNow()) is { } problem)
        {
            Wrong[""] = problem.Code == Problems.VersionStale.Code ? "Somebody changed the session after you opened this page. Look at it, then cancel it if you still want to." : problem.Title;
            return await Show(work, sessionId, problem.Status);
        }
        await work.Commit();
        return Redirect($"{Home}/sessions/{sessionId}/register");
    }

    private async Task<IActionResult> Show(Work work, Guid id, int status = 200)
    {
        if (await SessionStore.Find(work, id) is not { } session)
            return NotFound();
        (Session, Group, Response.StatusCode) = (session, (await GroupStore.Find(work, session.GroupId))!.Name, status);
        return Page();
    }
}

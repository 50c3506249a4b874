using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>Where a home screen leads: to the register of today, and where there is none to what is due today. It shows nothing itself.</summary>
internal sealed class RegisterNowModel(PortfolioDatabase database, DeviceOpening devices, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Leads whoever is known here, by a session or a remembered device, on to a page that asks who they are.");

    public async Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (User.Identity?.IsAuthenticated is true && HttpContext.Actor() is { Person: { } leader, Session: null } actor && actor.Programme == programmeId)
            return await RegisterDays.Today(work, leader, clock.GetUtcNow()) is { } today ? To(programmeId, today) : Redirect($"/programmes/{programmeId}");
        if (await devices.Open(work, LinkCookie.Of(HttpContext, programmeId)) is not { } opened)
            return Redirect($"/programmes/{programmeId}/sign-in?to={Uri.EscapeDataString(Request.Path)}");
        await BrowserSessions.Carry(HttpContext, work, opened.Token);
        await work.Commit();
        return To(programmeId, opened.SessionId);
    }

    private RedirectResult To(Guid programme, Guid session) => Redirect($"/programmes/{programme}/sessions/{session}/register");
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

internal sealed class SignOutModel(PortfolioDatabase database, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Ends the session of whoever asks, and nobody else's.");

    public async Task<IActionResult> OnPost(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await BrowserSessions.Close(HttpContext, work);
        // A device that somebody signed out on opens nothing any more, and keeps nothing.
        await LinkedDevices.Forget(work, LinkCookie.Of(HttpContext, programmeId), clock.GetUtcNow());
        await work.Commit();
        LinkCookie.Forget(HttpContext, programmeId);
        RegisterApp.Clear(HttpContext);
        return Redirect($"/programmes/{programmeId}/sign-in");
    }
}

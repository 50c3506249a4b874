using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Pages;

internal sealed class SignOutModel(PortfolioDatabase database) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Ends the session of whoever asks, and nobody else's.");

    public async Task<IActionResult> OnPost(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await BrowserSessions.Close(HttpContext, work);
        await work.Commit();
        return Redirect($"/programmes/{programmeId}/sign-in");
    }
}

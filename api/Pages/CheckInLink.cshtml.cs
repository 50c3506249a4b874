using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>Where the QR code leads: notes in this browser that the code was right, and goes on to the page that asks who it is. Opening it changes nothing else.</summary>
internal sealed class CheckInLinkModel(CheckIns checkIns) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever scans a code may not be signed in yet: it tells nothing of anybody, and signing in takes longer than a code is good for.");

    public bool Over { get; private set; }

    public string Typing => $"/programmes/{RouteData.Values["programmeId"]}/check-in";

    public IActionResult OnGet(Guid programmeId, Guid sessionId, string code)
    {
        if (PageFrame.Of(HttpContext).Programme is null)
            return NotFound();
        if (checkIns.Judge(programmeId, sessionId, code) is { } problem)
        {
            (Over, Response.StatusCode) = (problem.Code == Problems.CheckInCodeOver.Code, problem.Status);
            return Page();
        }
        CheckInCookie.Keep(HttpContext, programmeId, checkIns.Note(programmeId, sessionId));
        // The code does not stay in the address bar.
        return Redirect($"{Typing}/{sessionId}");
    }
}

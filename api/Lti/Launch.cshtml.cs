using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Pages;

namespace Portfolio.Api.Lti;

/// <summary>The platform's answer: who is there. In a window they go straight on; in a frame it is seen first whether the browser keeps a session there.</summary>
[IgnoreAntiforgeryToken]
internal sealed class LaunchModel(LtiDoor door, PortfolioDatabase database, BrowserSessions sessions, LtiWindows windows, ILogger<LaunchModel> log) : LtiPage(door, log), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever comes is shown by the platform's signed message, and by the state that went out for it.");

    public string? Step { get; private set; }

    /// <summary>Somebody who opened the address by hand.</summary>
    public async Task<IActionResult> OnGet()
    {
        await Frame(Programme);
        return Refuse(Programme, null, "request-incomplete");
    }

    public async Task<IActionResult> OnPost(CancellationToken cancellation)
    {
        await Frame(Programme);
        if (await Form() is not { } form)
            return Refuse(Programme, null, "too-long");
        if (form["error"].Count > 0)
            return Refuse(Programme, null, "refused-there");
        var entry = await Door.Enter(HttpContext, Programme, form["state"], form["id_token"], cancellation);
        if (entry.Fault is { } fault)
            return Refuse(Programme, entry.Registration, fault);
        var framed = Frames.Asks(HttpContext);
        if (entry.Confirm is { } step)
        {
            Step = step;
            return framed ? Page() : Redirect($"/programmes/{Programme}/lti/confirm?step={step}");
        }
        await using var work = await database.Begin(Programme, cancellation);
        await sessions.Open(HttpContext, work, entry.Person!.Value, entry.Entered);
        var to = framed ? await windows.Way(work, entry.Person.Value, new(entry.Entered!.Value, entry.To!)) : entry.To!;
        await work.Commit();
        return Redirect(to);
    }
}

using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Pages;

namespace Portfolio.Api.Lti;

/// <summary>Whether the browser has kept the frame's session: then it goes on there, and otherwise in a window.</summary>
internal sealed class FrameModel(LtiDoor door, ILogger<FrameModel> log) : LtiPage(door, log), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("It shows nobody's data: it leads on whoever has a session, and offers the others a window.");

    public string? Step { get; private set; }

    public async Task<IActionResult> OnGet(string? to, string? step)
    {
        await Frame(Programme);
        if (to is not { Length: <= 2000 } || !Url.IsLocalUrl(to) || step is not { Length: 64 })
            return Refuse(Programme, null, "request-incomplete");
        Step = step;
        return BrowserSessions.IsFramed(HttpContext) && Actor.Of(User) is { Person: not null } actor && actor.Programme == Programme ? Redirect(to) : Page();
    }
}

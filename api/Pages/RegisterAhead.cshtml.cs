using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>The register of the group's next session, for a remembered device that will have no network then. It is asked for with the session that the device is in.</summary>
internal sealed class RegisterAheadModel(PortfolioDatabase database, PersonStore people, Visitors visitors, TimeProvider clock) : RegisterPage(people, visitors), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepRegister, new SessionInPath("sessionId"));

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var now = clock.GetUtcNow();
        Keeps = await LinkedDevices.Knows(work, LinkCookie.Of(HttpContext, programmeId), HttpContext.Person(), now);
        if (!Keeps || await SessionStore.Find(work, sessionId) is not { } session || await RegisterDays.Next(work, session, HttpContext.Person(), now) is not { } next)
            return new NoContentResult();
        if (await Load(work, next) is { } absent)
            return absent;
        Fresh();
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Where somebody is after scanning a code and signing in: one button, and then they are in.</summary>
internal sealed class CheckInModel(PortfolioDatabase database, PersonStore people, CheckIns checkIns) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.CheckIn, new CheckInInPath("sessionId"));

    public Session Session { get; private set; } = null!;

    public string PersonName { get; private set; } = "";

    /// <summary>The group's name, for whoever has shown a code of it or is in.</summary>
    public string Group { get; private set; } = "";

    /// <summary>That they are in, once they are.</summary>
    public CheckInBody? In { get; private set; }

    public TimeOnly InAt { get; private set; }

    /// <summary>Why they cannot be.</summary>
    public string? Why { get; private set; }

    /// <summary>Whether this browser has shown a code that was right.</summary>
    public bool Knows { get; private set; }

    public bool Belongs { get; private set; }

    public string Typing => $"/programmes/{RouteData.Values["programmeId"]}/check-in";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work, sessionId);
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid sessionId, bool visiting, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return NotFound();
        if ((await checkIns.CheckInBy(work, session, HttpContext.Person(), CheckInCookie.Of(HttpContext, programmeId), visiting)).Refused(out var problem, out _))
        {
            Response.StatusCode = problem.Status;
            return await Show(work, sessionId);
        }
        await work.Commit();
        CheckInCookie.Forget(HttpContext, programmeId);
        return Redirect($"{Typing}/{sessionId}");
    }

    private async Task<IActionResult> Show(Work work, Guid id)
    {
        if (await SessionStore.Find(work, id) is not { } session || await people.Find(work, HttpContext.Person()) is not { } person)
            return NotFound();
        var frame = PageFrame.Of(HttpContext);
        (Session, PersonName, In) = (session, person.Identity.Name, await CheckInStore.Find(work, id, person.Id));
        Knows = checkIns.Knows(work.Programme, id, CheckInCookie.Of(HttpContext, work.Programme));
        Group = Knows || In is not null ? (await GroupStore.Find(work, session.GroupId))!.Name : "";
        if (In is { At: var at })
            InAt = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, frame.Programme!.Zone).DateTime);
        var place = await CheckInStore.PlaceOf(work, session, person.Id);
        Belongs = place.Belongs;
        if (await checkIns.WhyNot(work, session) is { } problem)
            Why = CheckInWords.Of(problem, frame.Words);
        else if (place.Leads)
            Why = CheckInWords.Of(Problems.CheckInByLeader, frame.Words);
        return Page();
    }
}

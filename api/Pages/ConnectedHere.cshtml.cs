using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>A trainee comes back from a platform where they signed in. Looking changes nothing; the step after it fetches the tokens.</summary>
internal sealed class ConnectedHereModel(PortfolioDatabase database, OwnPlaces own, TimeProvider clock) : PageModel, IPageFor
{
    private const string Over = "This is over, was used already, or was begun by somebody else: begin again on the page of your permissions.";

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.Connect, new PartOfProgramme());

    public string? Platform { get; private set; }

    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnGet(Guid programmeId, string? state, string? code, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await AuthorizationStates.Find(work, state, HttpContext.Person(), clock.GetUtcNow()) is not { } id || await PlatformStore.Find(work, id) is not { } platform)
            return Told(Over);
        Platform = platform.Name;
        return code is null ? Told("You did not let this service write there, so nothing is sent there for you.") : Page();
    }

    public async Task<IActionResult> OnPost(Guid programmeId, string? state, string? code, CancellationToken cancellation)
    {
        if (code is null || await own.Complete(programmeId, state, code, HttpContext.Person(), cancellation) is not { } problem)
            return code is null ? Told(Over) : Redirect($"/programmes/{programmeId:D}/permissions");
        return Told(problem.Code == Http.Problems.NotFound.Code ? Over : $"It did not work. {problem.Detail} Then begin again on the page of your permissions.");
    }

    private PageResult Told(string wrong)
    {
        Wrong = wrong;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>The short address that a leader reads out: goes on to where a code is typed.</summary>
internal sealed class CheckInDoorModel(PortfolioDatabase database) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("It only leads on to a page of the programme, which asks who it is.");

    public async Task<IActionResult> OnGet(string programmeKey, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return await ProgrammeStore.Find(work, programmeKey) is { } programme ? Redirect($"/programmes/{programme.Id}/check-in") : NotFound();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

internal sealed class SignInModel(PortfolioDatabase database) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever signs in is nobody yet.");

    public string ProgrammeName { get; private set; } = "";

    public async Task<IActionResult> OnGet(string programmeId, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        var programme = Guid.TryParse(programmeId, out var id) ? await ProgrammeStore.Find(work, id) : await ProgrammeStore.Find(work, programmeId);
        if (programme is null)
            return NotFound();
        ProgrammeName = programme.Name;
        return Page();
    }
}

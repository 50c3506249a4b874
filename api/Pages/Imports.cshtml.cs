using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Paper;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>The groups whose paper somebody hands in, checks or confirms.</summary>
internal sealed class ImportsModel(PortfolioDatabase database, PaperSheets sheets) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeOwnGroups, new PartOfProgramme());

    public IReadOnlyList<PaperOfGroup> Groups { get; private set; } = [];

    public async Task OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        Groups = await sheets.Groups(work, HttpContext.Person());
    }

    public static string Status(PaperOfGroup group) => group switch
    {
        { ToCheck: 0, Checked: 0 } => "Nothing waits",
        { Checked: 0 } => Wording.First($"{Days.Number(group.ToCheck)} to match or check"),
        { ToCheck: 0 } => Wording.First($"{Days.Number(group.Checked)} to confirm"),
        _ => Wording.First($"{Days.Number(group.ToCheck)} to match or check, {Days.Number(group.Checked)} to confirm"),
    };
}

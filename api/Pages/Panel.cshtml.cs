using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Who is before a panel, by how their frozen evidence stands.</summary>
internal sealed class PanelModel(PortfolioDatabase database, Progress.Panel panel, EvidencePacks packs, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeePanel, new PartOfProgramme());

    public PanelBody Before { get; private set; } = null!;

    public Programme Programme { get; private set; } = null!;

    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>Whose evidence they may freeze themselves: of the sites that are theirs by that right.</summary>
    public IReadOnlySet<Guid> MayFreeze { get; private set; } = new HashSet<Guid>();

    public async Task OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await Show(work);
    }

    /// <param name="trainee">One of those on the page: whoever else is named here is not found.</param>
    public async Task<IActionResult> OnPost(Guid programmeId, Guid trainee, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await Show(work);
        if (!MayFreeze.Contains(trainee))
            return NotFound();
        var body = new NewEvidencePack();
        if ((await packs.Freeze(work, trainee, body, Creation.Of(HttpContext, null, body))).Refused(out var problem, out _))
        {
            Response.StatusCode = problem.Status;
            Wrong[""] = $"Nothing was frozen. {problem.Title} {problem.Detail}".Trim();
            return Page();
        }
        await work.Commit();
        return Redirect(Request.Path);
    }

    private async Task Show(Work work)
    {
        Programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var day = Programme.LocalDate(clock.GetUtcNow());
        Before = await panel.Of(work, Programme, day, await HttpContext.Sites(work, clock));
        if (HttpContext.Granted().Also(Rights.FreezeEvidence))
            MayFreeze = (await CohortStore.Trainees(work, day, (await Offices.Of(work, HttpContext.Person(), clock.GetUtcNow())).SitesFor(Rights.FreezeEvidence)))
                .Select(row => row.PersonId).ToHashSet();
    }
}

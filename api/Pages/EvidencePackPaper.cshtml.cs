using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Progress;

namespace Portfolio.Api.Pages;

/// <summary>An evidence pack on paper or as its signed file, for a link.</summary>
internal sealed class EvidencePackPaperModel(PortfolioDatabase database, EvidencePacks packs) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadEvidence, new TraineeInPath("traineeId"));

    public async Task<IActionResult> OnGet(Guid programmeId, Guid traineeId, Guid evidencePackId, string form, CancellationToken cancellation)
    {
        var (type, suffix) = form == "pdf" ? (EvidencePacks.PaperForm, "pdf") : ("application/json", "json");
        await using var work = await database.Begin(programmeId, cancellation);
        if (form is not ("pdf" or "json") || await EvidencePackStore.Find(work, traineeId, evidencePackId) is not { } kept || await packs.Open(work, kept, type) is not { } bytes)
            return NotFound();
        Response.Headers.CacheControl = "private, no-cache";
        return File(bytes, type, $"evidence-pack-{evidencePackId:D}.{suffix}");
    }
}

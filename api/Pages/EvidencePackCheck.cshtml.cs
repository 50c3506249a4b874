using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Progress;

namespace Portfolio.Api.Pages;

/// <summary>Behind the code that is printed on an evidence pack: that it was issued, by whom and when, and whether anything in it changed since.</summary>
internal sealed class EvidencePackCheckModel(PortfolioDatabase database, EvidencePacks packs) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) =>
        page.Public("Whoever holds an evidence pack on paper may see that it was issued, and whether anything changed since; it names nobody.");

    public Contracts.Http.EvidencePackCheck Check { get; private set; } = null!;

    public DateOnly Issued { get; private set; }

    public IEnumerable<string> Changes => Check.Changes.Select(change => (change.Key, change.Value) switch
    {
        ("withdrawn", var count) => $"{Of(count)} withdrawn.",
        ("corrected", var count) => $"{Of(count)} corrected: a newer version stands.",
        ("queried", var count) => $"{Of(count)} said not to be right.",
        (_, var count) => $"{Of(count)} signed after it was frozen, or after the day for evidence.",
    });

    public async Task<IActionResult> OnGet(Guid programmeId, Guid evidencePackId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (PageFrame.Of(HttpContext).Programme is not { } programme || await packs.Check(work, evidencePackId) is not { } check)
            return NotFound();
        (Check, Issued) = (check, programme.LocalDate(check.FrozenAt));
        return Page();
    }

    private static string Of(int count) => $"{People.Wording.First(Days.Count(count, "record"))} {(count == 1 ? "was" : "were")}";
}

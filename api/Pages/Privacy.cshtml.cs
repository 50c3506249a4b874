using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Privacy;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>How a programme handles personal data, for whoever wants to know before they take part.</summary>
internal sealed class PrivacyModel(PortfolioDatabase database, PrivacyPageFacts facts) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever is asked to take part may read how data is handled, and nobody is named in it.");

    public PrivacyPage Facts { get; private set; } = null!;

    public IReadOnlyList<(string Member, string Title, string? Words)> Told { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await facts.Of(work) is not { } page)
            return NotFound();
        (Facts, Told) = (page, new Settings(0, page.Settings).Told);
        return Page();
    }
}

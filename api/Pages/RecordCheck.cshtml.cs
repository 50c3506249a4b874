using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Records;

namespace Portfolio.Api.Pages;

/// <summary>Behind the code that is printed on a record: whether it stands, its kind, who issued it and when. What it says is on the paper in the reader's hand, and not here.</summary>
internal sealed class RecordCheckModel(PortfolioDatabase database) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever holds a record on paper may see whether it stands; the page names nobody.");

    public string Kind { get; private set; } = "";

    /// <summary>`valid`, `superseded` or `withdrawn`.</summary>
    public string State { get; private set; } = "";

    public DateOnly Issued { get; private set; }

    public DateOnly? Ended { get; private set; }

    public async Task<IActionResult> OnGet(Guid programmeId, Guid recordId, int number, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (PageFrame.Of(HttpContext).Programme is not { } programme || await RecordStore.Find(work, recordId, number) is not { Jwt: not null } version)
            return NotFound();
        (Kind, State) = (ShownRecord.Words(version.Kind), version.Ended ?? "valid");
        (Issued, Ended) = (programme.LocalDate(version.ValidFrom), version.EndedAt is { } at ? programme.LocalDate(at) : null);
        return Page();
    }
}

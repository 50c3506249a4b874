using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>Making and ending the address from which one's own calendar reads. It is shown once: what is kept is its hash.</summary>
internal sealed class CalendarModel(PortfolioDatabase database, PublicAddress here, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepCalendar, new PartOfProgramme());

    public string? Address { get; private set; }

    public DateOnly? Since { get; private set; }

    public async Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work);
    }

    public async Task<IActionResult> OnPost(Guid programmeId, string? decision, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            if (decision == "make")
                Address = $"{here.Base}calendar/{(await CalendarAddresses.Make(work, HttpContext.Person(), clock.GetUtcNow())).Text}.ics";
            else
                await CalendarAddresses.End(work, HttpContext.Person(), clock.GetUtcNow());
            await work.Commit();
        }
        await using var after = await database.Begin(programmeId, cancellation);
        return await Show(after);
    }

    private async Task<IActionResult> Show(Work work)
    {
        var programme = PageFrame.Of(HttpContext).Programme!;
        Since = await CalendarAddresses.Since(work, HttpContext.Person()) is { } at ? programme.LocalDate(at) : null;
        return Page();
    }
}

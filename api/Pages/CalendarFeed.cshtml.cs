using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>What a calendar reads at somebody's secret address.</summary>
internal sealed class CalendarFeedModel(PortfolioDatabase database, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) =>
        page.Public("A calendar cannot sign in: the address is the secret, and shows when and where one person's groups meet, and no more.");

    public async Task<IActionResult> OnGet(string secret, CancellationToken cancellation)
    {
        if (LinkSecret.Read(secret) is not { } read)
            return NotFound();
        await using var work = await database.Begin(read.Programme, cancellation);
        if (await ProgrammeStore.Find(work, read.Programme) is not { } programme || await CalendarAddresses.Holder(work, read) is not { } person)
            return NotFound();
        var now = clock.GetUtcNow();
        Response.Headers.CacheControl = "private, no-cache";
        return File(CalendarFile.Write(programme.SignedName, await CalendarAddresses.Entries(work, programme, person, now), now), CalendarFile.Type);
    }
}

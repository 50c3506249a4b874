using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Privacy;

namespace Portfolio.Api.Pages;

/// <summary>Where the link of an ordered export leads. Looking changes nothing, since mailboxes look at links too; the button uses it up.</summary>
internal sealed class PrivacyExportModel(PortfolioDatabase database, PersonExports exports, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever has the link from the letter proves by it who they are, once.");

    public async Task<IActionResult> OnGet(Guid programmeId, string secret, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return PersonExportOrders.HashOf(secret) is { } hash && await PersonExportOrders.IsOpen(work, hash, clock.GetUtcNow()) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(Guid programmeId, string secret, string? form, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (PersonExportOrders.HashOf(secret) is not { } hash || await PersonExportOrders.Take(work, hash, clock.GetUtcNow()) is not { } person)
            return NotFound();
        await work.Commit();
        return new Streamed(PersonExportEndpoints.Answer(HttpContext, database, exports, programmeId, person, form == "json" ? "application/json" : "application/zip"));
    }

    private sealed class Streamed(IResult result) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Pages;

/// <summary>A record as a file in one of its forms: what a link can ask for, since it cannot say in a header what it takes.</summary>
internal sealed class RecordFileModel(PortfolioDatabase database, PersonKeys keys) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadRecord, new RecordInPath("recordId"));

    public async Task<IActionResult> OnGet(Guid programmeId, Guid recordId, string form, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = PageFrame.Of(HttpContext).Programme!;
        if (await RecordStore.Find(work, recordId, null) is not { } stored || await OpenVersion.All(work, keys, programme, [stored]) is not [var version])
            return NotFound();
        Response.Headers.CacheControl = "private, no-cache";
        return (form, version.Embedded) switch
        {
            ("jwt", _) => File(version.Jwt, RecordForms.Jwt, $"record-{recordId:D}.jwt"),
            ("json", { } embedded) => File(embedded, RecordForms.Embedded, $"record-{recordId:D}.json"),
            _ => NotFound(),
        };
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Pages;

/// <summary>Anybody hands in a file, and reads whether it is what it says. Nothing of it is kept: it is read in memory, and gone with the answer.</summary>
[RequestSizeLimit(Largest + Around)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest + Around, MemoryBufferThreshold = Largest + Around)]
internal sealed class VerifyModel(PortfolioDatabase database, TimeProvider clock) : PageModel, IPageFor
{
    // An evidence pack; what stands around a file in a form.
    private const int Largest = EvidenceFile.LargestBytes, Around = 64 << 10;

    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever holds a record or an evidence pack may have it checked; it answers about nothing else.");

    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>What was checked.</summary>
    public HandedIn? Checked { get; private set; }

    public VerificationBody? Answer { get; private set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPost(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null or { Length: 0 })
            Wrong["file"] = "Choose the file to check.";
        else if (file.Length > Largest)
            Wrong["file"] = "This file is too large to be a record or an evidence pack: the largest has 4 megabytes.";
        else
            await Check(await Bytes(file, cancellation), cancellation);
        if (Wrong.Count > 0)
            Response.StatusCode = 422;
        return Page();
    }

    private async Task Check(byte[] bytes, CancellationToken cancellation)
    {
        if (HandedIn.Read(bytes) is not { } read)
            Wrong["file"] = HandedIn.WhyNot(bytes);
        else
            (Checked, Answer) = (read, await Verifying.Check(database, read.Bytes, clock.GetUtcNow(), cancellation));
    }

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken cancellation)
    {
        using var into = new MemoryStream();
        await file.CopyToAsync(into, cancellation);
        return into.ToArray();
    }
}

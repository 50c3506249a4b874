using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>What can be made of somebody's year to hand in: an evidence pack; and for themselves packs to upload, and all of it as one archive.</summary>
internal sealed class TakeAwayModel(PortfolioDatabase database, EvidencePacks evidence, UploadPacks uploads, UploadLedger ledger, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.FreezeEvidence, new TraineeInPath("traineeId"));

    public Guid Id { get; private set; }

    public bool Own { get; private set; }

    public Guid Once { get; } = Guid.CreateVersion7();

    public IReadOnlyList<KeptUpload> Uploads { get; private set; } = [];

    public IReadOnlyList<ProposedUpload> Proposed { get; private set; } = [];

    public Dictionary<Guid, UploadContent> Contents { get; } = [];

    public Dictionary<string, string> Wrong { get; } = [];

    public string Address => $"/programmes/{RouteData.Values["programmeId"]}/trainees/{Id}";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid traineeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work, traineeId);
    }

    public async Task<IActionResult> OnPostFreeze(Guid programmeId, Guid traineeId, Guid once, CancellationToken cancellation)
    {
        var body = new NewEvidencePack(Id: once);
        await using var work = await database.Begin(programmeId, cancellation);
        return await Made(work, traineeId, await evidence.Freeze(work, traineeId, body, Creation.Of(HttpContext, once, body)), $"/programmes/{programmeId}/trainees/{traineeId}");
    }

    public async Task<IActionResult> OnPostUpload(Guid programmeId, Guid traineeId, Guid once, Guid platform, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        if (HttpContext.Person() != traineeId)
            return NotFound();
        var body = new NewUploadPack(platform, from, until, Id: once);
        await using var work = await database.Begin(programmeId, cancellation);
        return await Made(work, traineeId, await uploads.Make(work, traineeId, body, Creation.Of(HttpContext, once, body)), Request.Path);
    }

    public async Task<IActionResult> OnPostUploaded(Guid programmeId, Guid traineeId, Guid pack, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (HttpContext.Person() != traineeId || await UploadPackStore.Find(work, traineeId, pack) is not { } kept)
            return NotFound();
        var now = clock.GetUtcNow();
        if (await UploadPackStore.Say(work, pack, PageFrame.Of(HttpContext).Programme!.LocalDate(now), now) == 1)
            await ledger.SaidThere(work, kept.PlatformId, traineeId, pack, await uploads.Records(work, kept), now);
        await work.Commit();
        return Redirect(Request.Path);
    }

    private async Task<IActionResult> Made(Work work, Guid trainee, Answer<Made> answer, string next)
    {
        if (answer.Refused(out var problem, out _))
        {
            Wrong[""] = problem.Errors is [var first, ..] ? first.Message : problem.Title;
            Response.StatusCode = problem.Status;
            return await Show(work, trainee);
        }
        await work.Commit();
        return Redirect(next);
    }

    private async Task<IActionResult> Show(Work work, Guid trainee)
    {
        (Id, Own) = (trainee, HttpContext.Person() == trainee);
        if (!Own)
            return Page();
        Uploads = await UploadPackStore.Of(work, trainee);
        Proposed = await UploadPeriods.Proposed(work, trainee, Uploads, PageFrame.Of(HttpContext).Programme!.LocalDate(clock.GetUtcNow()));
        foreach (var kept in Uploads)
            if (await uploads.Open(work, kept) is { } content)
                Contents[kept.Id] = content;
        return Page();
    }
}

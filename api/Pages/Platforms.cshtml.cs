using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>The platforms of a programme: who registered and waits, and who is let in.</summary>
internal sealed class PlatformsModel(PortfolioDatabase database, PublicAddress address, TimeProvider clock) : PageModel, IPageFor
{
    public sealed record Known(string Name, string State, string? Receiver);

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepPlatforms, new WholeProgramme());

    public IReadOnlyList<Platform> Waiting { get; private set; } = [];

    public IReadOnlyList<Known> LetIn { get; private set; } = [];

    /// <summary>What was just decided: <c>in</c> or <c>away</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>What somebody types into a platform that speaks Open Badges.</summary>
    public string Address { get; private set; } = "";

    public async Task OnGet(Guid programmeId, string? done, CancellationToken cancellation)
    {
        (Done, Address) = (done is "in" or "away" ? done : null, $"{address.Base}programmes/{programmeId:D}");
        await using var work = await database.Begin(programmeId, cancellation);
        var (waiting, known) = (new List<Platform>(), new List<Known>());
        foreach (var listed in await PlatformStore.All(work, waitingToo: true))
            if (await PlatformStore.Find(work, listed.Id) is { } platform)
            {
                if (platform.Waits)
                    waiting.Add(platform);
                else
                    known.Add(new(platform.Name, platform.State, listed.Receiver?.Name));
            }
        (Waiting, LetIn) = (waiting, known);
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid platform, string? decision, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        // Of two who decide, the first decides.
        if (decision is not ("in" or "away") || await PlatformStore.Find(work, platform) is not { Waits: true, EndedAt: null })
            return NotFound();
        await (decision == "in" ? PlatformStore.Resume(work, platform) : PlatformStore.End(work, platform, clock.GetUtcNow()));
        await work.Commit();
        return Redirect($"{Request.Path}?done={decision}");
    }
}

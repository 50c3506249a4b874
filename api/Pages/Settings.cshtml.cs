using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>What a programme chooses: its words, and whether leaders may come in by a link.</summary>
internal sealed class SettingsModel(PortfolioDatabase database, TimeProvider clock) : PageModel, IPageFor
{
    public static readonly IReadOnlyList<string> Trainees = ["trainee", "resident-doctor", "member"], Leaders = ["leader", "facilitator", "moderator"];

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.Set, new WholeProgramme());

    public ProgrammeWords Words { get; private set; } = new("trainee", "leader");

    public bool Links { get; private set; }

    public bool Saved { get; private set; }

    public async Task OnGet(Guid programmeId, bool saved, CancellationToken cancellation)
    {
        Saved = saved;
        await using var work = await database.Begin(programmeId, cancellation);
        (Words, Links) = (await WordingStore.Find(work), await LinkSettings.On(work));
    }

    public Task<IActionResult> OnPostWords(Guid programmeId, string? trainee, string? leader, CancellationToken cancellation) => Set(programmeId, async work =>
    {
        if (!Trainees.Contains(trainee) || !Leaders.Contains(leader))
            return false;
        await WordingStore.Set(work, new(trainee!, leader!), HttpContext.Person(), clock.GetUtcNow());
        return true;
    }, cancellation);

    public Task<IActionResult> OnPostLinks(Guid programmeId, bool on, CancellationToken cancellation) => Set(programmeId, async work =>
    {
        await LinkSettings.Set(work, on, HttpContext.Person(), clock.GetUtcNow());
        return true;
    }, cancellation);

    private async Task<IActionResult> Set(Guid programme, Func<Work, Task<bool>> set, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (!await set(work))
            return BadRequest();
        await work.Commit();
        return Redirect($"{Request.Path}?saved=true");
    }
}

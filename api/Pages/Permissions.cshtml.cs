using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One's own permissions: which platform may have what, and since when; to change or end.</summary>
internal sealed class PermissionsModel(PortfolioDatabase database, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.Connect, new PartOfProgramme());

    public IReadOnlyList<ConnectionBody> Live { get; private set; } = [];

    public IReadOnlyList<ConnectionBody> Ended { get; private set; } = [];

    public string? Wrong { get; private set; }

    public Programme Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work);
    }

    /// <param name="connection">One of their own: whatever else is named here is not found.</param>
    /// <param name="kinds">What it shall be for; nothing to end it.</param>
    public async Task<IActionResult> OnPost(Guid programmeId, Guid connection, string? decision, string[] kinds, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await ConnectionStore.Of(work, HttpContext.Person())).SingleOrDefault(one => one.Id == connection) is not { } own)
            return NotFound();
        string[] chosen = [.. PermittedKind.All.Select(kind => kind.Code).Where(kinds.Contains)];
        if (decision == "change" && chosen.Length == 0)
        {
            Wrong = "Choose at least one kind of record, or end the permission.";
            return await Show(work);
        }
        if (decision == "change" && own.EndedAt is null)
            await ConnectionStore.Settle(work, own.PlatformId, HttpContext.Person(), chosen, clock.GetUtcNow());
        else if (decision == "end")
            await ConnectionStore.End(work, connection, clock.GetUtcNow());
        await work.Commit();
        return Redirect(Request.Path);
    }

    public string Day(DateTimeOffset at) => $"{Programme.LocalDate(at):d MMMM yyyy}";

    private async Task<IActionResult> Show(Work work)
    {
        Programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var all = (await ConnectionStore.Of(work, HttpContext.Person())).ToLookup(one => one.EndedAt is null);
        (Live, Ended) = ([.. all[true]], [.. all[false]]);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Records that did not arrive, why, and another try.</summary>
internal sealed class ParkedModel(PortfolioDatabase database, PersonStore people, DeliverySeal seal, TimeProvider clock) : PageModel, IPageFor
{
    private const int Most = 100;

    private static readonly string[] States = ["parked", "refused", "unknown"];

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeDeliveries, new WholeProgramme());

    public IReadOnlyList<(string State, IReadOnlyList<DeliveryBody> Lines, bool More)> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public Programme Programme { get; private set; } = null!;

    public int? Again { get; private set; }

    /// <param name="again">How many are tried again.</param>
    public async Task OnGet(Guid programmeId, int? again, CancellationToken cancellation)
    {
        Again = again;
        await using var work = await database.Begin(programmeId, cancellation);
        Programme = (await ProgrammeStore.Find(work, programmeId))!;
        var lines = new List<(string, IReadOnlyList<DeliveryBody>, bool)>();
        foreach (var state in States)
        {
            var page = await DeliveryQueries.Page(work, seal, new(HttpContext.Person(), null, null, null, null, state, null, Most));
            if (page.Deliveries.Count > 0)
                lines.Add((state, page.Deliveries, page.Next is not null));
        }
        Lines = lines;
        Names = await people.Names(work, Lines.SelectMany(each => each.Lines).Select(line => line.PersonId));
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid delivery, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await DeliveryQueries.Find(work, seal, delivery, HttpContext.Person()) is null)
            return NotFound();
        var count = await DeliveryReplay.One(work, delivery, clock.GetUtcNow());
        await work.Commit();
        return Redirect($"{Request.Path}?again={count}");
    }

    public async Task<IActionResult> OnPostPlatform(Guid programmeId, Guid platform, CancellationToken cancellation)
    {
        if (!HttpContext.Granted().Also(Rights.KeepPlatforms))
            return NotFound();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await PlatformStore.Find(work, platform) is null)
            return NotFound();
        var count = await DeliveryReplay.Many(work, platform, null, new Replay(), clock.GetUtcNow());
        await work.Commit();
        return Redirect($"{Request.Path}?again={count}");
    }
}

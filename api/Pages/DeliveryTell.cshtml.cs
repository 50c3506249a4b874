using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Where only the person can tell: whether a record is in their portfolio.</summary>
internal sealed class DeliveryTellModel(PortfolioDatabase database, DeliverySeal seal, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.TellDelivery, new DeliveryInPath("deliveryId"));

    public DeliveryBody Line { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid programmeId, Guid deliveryId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        Line = (await DeliveryQueries.Find(work, seal, deliveryId, HttpContext.Person()))!;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid deliveryId, bool there, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        // Somebody who says it twice has said it.
        if (await DeliveryReplay.Told(work, seal, deliveryId, there, clock.GetUtcNow()))
            await work.Commit();
        return Redirect($"/programmes/{programmeId}/trainees/{HttpContext.Person()}");
    }
}

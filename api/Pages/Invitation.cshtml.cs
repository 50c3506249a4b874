using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>The page behind an invitation's link. Looking changes nothing, because mail filters open links before people do.</summary>
internal sealed class InvitationModel(PortfolioDatabase database, PersonStore people, InvitationStore invitations, SignInWaits waits, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever opens the link has nothing else yet: the link is what they show.");

    public string ProgrammeName { get; private set; } = "";

    public string PersonName { get; private set; } = "";

    public bool NeedsWord { get; private set; }

    public string? Wrong { get; private set; }

    public bool Over { get; private set; }

    public async Task<IActionResult> OnGet(string secret, CancellationToken cancellation)
    {
        if (LinkSecret.Read(secret) is not { } link)
            return Gone();
        await using var work = await database.Begin(link.Programme, cancellation);
        return await Show(work, link);
    }

    public async Task<IActionResult> OnPost(string secret, string? word, CancellationToken cancellation)
    {
        if (LinkSecret.Read(secret) is not { } link)
            return Gone();
        await using var work = await database.Begin(link.Programme, cancellation);
        var origin = waits.Origin(work, HttpContext);
        if (!await waits.Waits(work, origin) && await invitations.Accept(HttpContext, work, link, word, clock.GetUtcNow()))
        {
            await work.Commit();
            return Redirect($"/programmes/{link.Programme}/sign-ins/new");
        }
        await waits.Failed(work, origin);
        await work.Commit();
        Wrong = "That is not the word, or the link is over. After five wrong words you need a new invitation.";
        return await Show(work: await database.Begin(link.Programme, cancellation), link);
    }

    // One answer for what never was, was used, and is too late.
    private PageResult Gone()
    {
        Over = true;
        return new() { StatusCode = 404 };
    }

    private async Task<IActionResult> Show(Work work, LinkSecret link)
    {
        await using var _ = work;
        if (await InvitationStore.Find(work, link, clock.GetUtcNow()) is not { } invitation || await people.Find(work, invitation.Person) is not { } person)
            return Gone();
        (ProgrammeName, PersonName, NeedsWord) = ((await ProgrammeStore.Find(work, link.Programme))!.Name, person.Identity.Name, invitation.NeedsWord);
        return Page();
    }
}

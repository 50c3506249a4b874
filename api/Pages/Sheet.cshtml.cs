using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>A register to print and fill in by hand: names and boxes.</summary>
internal sealed class SheetModel(PortfolioDatabase database, PersonStore people) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadSession, new SessionInPath("sessionId"));

    public RegisterView View { get; private set; } = null!;

    /// <summary>Whoever was expected, by name.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    public string Home => $"/programmes/{RouteData.Values["programmeId"]}";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return NotFound();
        View = await RegisterView.Of(work, people, session, HttpContext.Granted());
        Names = [.. (View.Session.Register?.Lines ?? []).Select(line => line.PersonId).Concat(View.Session.Unlisted.Select(person => person.PersonId))
            .Where(View.Names.ContainsKey).Select(View.NameOf).Order(StringComparer.CurrentCulture)];
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Where a leader's letter leads: the code, and then the register. Opening the page changes nothing, because mail scanners open it too.</summary>
internal sealed class RegisterLinkModel(PortfolioDatabase database, RegisterLinks links) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever comes by a link has no account: the link and the code are what they show.");

    /// <summary>Nothing where the link opens nothing, whatever the reason.</summary>
    public LinkSeen? Seen { get; private set; }

    public string? Refused { get; private set; }

    public bool CodeRefused { get; private set; }

    public Task<IActionResult> OnGet(string secret, CancellationToken cancellation) => Show(secret, null, cancellation);

    public async Task<IActionResult> OnPostCode(string secret, CancellationToken cancellation) =>
        (await links.SendCode(database, secret, cancellation)).Refused(out var problem, out _)
            ? await Show(secret, problem, cancellation)
            : Redirect($"/links/{secret}#code");

    public async Task<IActionResult> OnPostOpen(string secret, string? code, bool remember, CancellationToken cancellation)
    {
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var opening = new LinkOpening(secret, typed.Length == 6 ? typed : null, LinkCookie.Of(HttpContext, secret), remember ? DeviceName.Of(Request.Headers.UserAgent.ToString()) : null);
        if ((await links.Open(database, opening, cancellation)).Refused(out var problem, out var opened))
            return await Show(secret, problem, cancellation);
        await using var work = await database.Begin(opened.ProgrammeId, cancellation);
        await BrowserSessions.Carry(HttpContext, work, opened.Token);
        await work.Commit();
        if (opened.Device is { } device)
            LinkCookie.Keep(HttpContext, opened.ProgrammeId, device);
        return Redirect($"/programmes/{opened.ProgrammeId}/sessions/{opened.SessionId}/register");
    }

    private async Task<IActionResult> Show(string secret, Problem? problem, CancellationToken cancellation)
    {
        Seen = await links.Look(database, secret, LinkCookie.Of(HttpContext, secret), cancellation);
        (Refused, CodeRefused) = (problem is null ? null : $"{problem.Title} {problem.Detail}".Trim(), problem?.Code is "code-wrong" or "code-over");
        Response.StatusCode = Seen is null ? 404 : problem?.Status ?? 200;
        return Page();
    }
}

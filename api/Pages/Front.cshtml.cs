using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>The way in for whoever has nothing but the address of the service. It lists no programmes: who uses it is theirs to tell.</summary>
internal sealed class FrontModel(PortfolioDatabase database, AtThisComputer here) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("It says where to sign in, and nothing of anybody.");

    /// <summary>For whoever sits at this computer.</summary>
    public IReadOnlyList<Programme> Demonstrations { get; private set; } = [];

    public string? Asked { get; private set; }

    public bool Unknown { get; private set; }

    public async Task<IActionResult> OnGet(string? programme, CancellationToken cancellation)
    {
        Asked = programme?.Trim().ToLowerInvariant();
        if (Asked is { Length: > 0 and <= 64 } && await Find(Asked, cancellation) is { } found)
            return Redirect($"/programmes/{found.Key}/sign-in");
        Unknown = Asked is { Length: > 0 };
        if (Unknown)
            Response.StatusCode = 422;
        if (here.IsOpen(HttpContext))
            Demonstrations = [.. (await ProgrammeStore.All(database, cancellation)).Where(one => one.Demonstration)];
        return Page();
    }

    private async Task<Programme?> Find(string key, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return await ProgrammeStore.Find(work, key);
    }
}

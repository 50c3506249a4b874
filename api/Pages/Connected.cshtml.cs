using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Portfolio.Api.Access;

namespace Portfolio.Api.Pages;

/// <summary>The one address that platforms know: from here on to the programme of whoever began it.</summary>
internal sealed class ConnectedModel : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("A platform sends a browser back here; what becomes of it is decided on a page behind it.");

    public IActionResult OnGet(string? state, string? code, string? error)
    {
        if (LinkSecret.Read(state) is not { } read)
            return Page();
        var query = new Dictionary<string, string?> { ["state"] = state, [code is null ? "error" : "code"] = code ?? error ?? "none" };
        return Redirect(QueryHelpers.AddQueryString($"/programmes/{read.Programme:D}/connected", query));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Api.Pages;

namespace Portfolio.Api.Lti;

/// <summary>A platform says that somebody wants to come in (OpenID Connect, initiated by a third party): it is asked who that is.</summary>
[IgnoreAntiforgeryToken]
internal sealed class LoginModel(LtiDoor door, LtiStates states, PublicAddress address, ILogger<LoginModel> log) : LtiPage(door, log), IPageFor
{
    private const int Longest = 2000;

    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever comes from a platform is nobody yet, and only sent back to ask it who they are.");

    public Task<IActionResult> OnGet(CancellationToken cancellation) => Begin(name => Request.Query[name], cancellation);

    public async Task<IActionResult> OnPost(CancellationToken cancellation) =>
        await Form() is { } form ? await Begin(name => form[name], cancellation) : await Refused("request-incomplete");

    private async Task<IActionResult> Begin(Func<string, StringValues> sent, CancellationToken cancellation)
    {
        string? Of(string name) => sent(name) is [{ Length: > 0 and <= Longest } one] ? one : null;
        if (Of("iss") is not { } issuer || Of("login_hint") is not { } hint)
            return await Refused("request-incomplete");
        if (await Door.Registered(Programme, issuer, Of("client_id"), cancellation) is not { } registration)
            return await Refused("not-registered");
        var (state, nonce) = states.Make(HttpContext, Programme, registration.Id);
        var asked = new Dictionary<string, string?>
        {
            ["scope"] = "openid", ["response_type"] = "id_token", ["response_mode"] = "form_post", ["prompt"] = "none", ["client_id"] = registration.ClientId,
            ["redirect_uri"] = $"{LtiAddresses.Of(HttpContext, address, Programme).Launch}", ["login_hint"] = hint, ["state"] = state, ["nonce"] = nonce,
        };
        if (Of("lti_message_hint") is { } message)
            asked["lti_message_hint"] = message;
        return Redirect(QueryHelpers.AddQueryString(registration.AuthorizationUrl, asked));
    }

    private async Task<IActionResult> Refused(string code)
    {
        await Frame(Programme);
        return Refuse(Programme, null, code);
    }
}

using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Pages;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Lti;

/// <summary>A platform registers itself, by a link that somebody who may made for it. Looking at the page registers nothing.</summary>
// The secret in the path is what lets a request in, and only our own page has it: a frame may keep no cookie for another one.
[IgnoreAntiforgeryToken]
internal sealed class RegisterModel(LtiDoor door, PortfolioDatabase database, LtiDynamic dynamic, PublicAddress address, GuardSettings reach, TimeProvider clock, ILogger<RegisterModel> log)
    : LtiPage(door, log), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever has the link was given it by somebody who may let platforms in, and it works once.");

    public string Site { get; private set; } = "";

    public string Configuration { get; private set; } = "";

    public string? Token { get; private set; }

    public LtiRegistrationBody? Made { get; private set; }

    public Task<IActionResult> OnGet(string secret, [FromQuery(Name = "openid_configuration")] string? configuration, [FromQuery(Name = "registration_token")] string? token, CancellationToken cancellation) =>
        Offered(secret, configuration, token, _ => Task.FromResult<IActionResult>(Page()), cancellation);

    public Task<IActionResult> OnPost(string secret, string? configuration, string? token, CancellationToken cancellation) => Offered(secret, configuration, token, async url =>
    {
        var programme = PageFrame.Of(HttpContext).Programme!;
        var (body, fault) = await dynamic.Register(url, token, LtiAddresses.Of(HttpContext, address, Programme), programme.Name, cancellation);
        if (body is null)
            return Refuse(Programme, null, fault!);
        await using var work = await database.Begin(Programme, cancellation);
        var creation = Creation.Of(HttpContext, null, body);
        if (!await LtiRegistrations.Take(work, secret, clock.GetUtcNow()) || await LtiRegistrations.Of(work, body.Issuer, body.ClientId) is not null
            || (await LtiRegistrations.Add(work, body, creation, clock.GetUtcNow())).Problem is not null)
            return Refuse(Programme, null, "state-expired");
        Made = LtiRegistrationEndpoints.Body((await LtiRegistrations.Find(work, creation.Id))!);
        await work.Commit();
        return Page();
    }, cancellation);

    private async Task<IActionResult> Offered(string secret, string? configuration, string? token, Func<Uri, Task<IActionResult>> then, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(Programme, cancellation))
            if (!await LtiRegistrations.IsOffered(work, secret, clock.GetUtcNow()))
                return Refuse(Programme, null, "state-expired");
        if (configuration is not { Length: <= 2000 } || token is { Length: > 4000 } || !Uri.TryCreate(configuration, UriKind.Absolute, out var url) || !PrivateAddressGuard.Allows(url, reach))
            return Refuse(Programme, null, "configuration-address");
        // It opens this page in its own; only whoever has the link sees it at all.
        HttpContext.MayBeFramedBy([url.GetLeftPart(UriPartial.Authority)]);
        (Site, Configuration, Token) = (url.Authority, configuration, token);
        return await then(url);
    }
}

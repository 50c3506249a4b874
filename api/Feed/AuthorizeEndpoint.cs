using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>Where a platform sends a trainee who shall permit it something; and where it finds that out.</summary>
internal static class AuthorizeEndpoint
{
    public static void MapAuthorize(this IEndpointRouteBuilder routes)
    {
        var clients = routes.MapGroup("").WithTags("Tokens").Public("Clients find out here what they can ask for; it is the same for all.");
        clients.MapGet("/.well-known/oauth-authorization-server", Describe).WithName("ReadAuthorizationServer").WithSummary("What an OAuth client needs to know (RFC 8414)");

        // It answers with a way on, and no body: the metadata above describes it, as clients read it.
        var browsers = routes.MapGroup("/oauth").WithTags("Tokens").Public("A platform sends a browser here; what is permitted is decided on a page behind it.");
        browsers.MapGet("/authorize", Ask).WithName("Authorize").ExcludeFromDescription();
    }

    private static Ok<AuthorizationServer> Describe(AuthorizationAddresses addresses) => TypedResults.Ok(addresses.ToBody());

    private static async Task<Results<RedirectHttpResult, Refused>> Ask(
        HttpRequest asked, PortfolioDatabase database, AuthorizationAddresses addresses, CancellationToken cancellation)
    {
        var (request, wrong, back) = await AuthorizationRequest.Read(database, addresses, asked.Query, cancellation);
        if (wrong == AuthorizationRequest.Waiting)
            return Problems.InvalidRequest.Because("The platform that sent you here has registered, and waits for your programme to let it in: ask your tutor. Nothing was permitted.").ToResult();
        if (wrong is not null)
            return Problems.InvalidRequest.At(new FieldError(wrong, "The platform that sent you here is not known, or it is not known at the address it gave. Nothing was permitted.")).ToResult();
        return TypedResults.Redirect(back ?? request!.Page(asked.Query["scope"]));
    }
}

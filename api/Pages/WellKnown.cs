using System.Text.RegularExpressions;
using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>What is spoken here, and where: told of what is mapped, so that nothing is named that nobody answers.</summary>
internal static partial class WellKnown
{
    private static readonly (string Name, string Standard, string About, (string For, string Path)[] Addresses)[] Known =
    [
        ("feed", "Portfolio feed, version 1", "Pull what trainees permit: in order, without gaps, with what is withdrawn and what is to be deleted.", [("read", "/v1/programmes/{programmeId}/feed")]),
        ("oauth", "OAuth 2.0 (RFC 6749, RFC 7636, RFC 7523, RFC 8414)", "A platform's own token, and a trainee's permission.",
            [("metadata", "/.well-known/oauth-authorization-server"), ("authorize", "/oauth/authorize"), ("token", "/oauth/token")]),
        ("webhook", "Standard Webhooks 1.0.0", "Be told when a record is signed, superseded or withdrawn; set up by a programme's tutor.", [("documentation", "/for-platforms")]),
        ("embed", "Portfolio embed, version 1; oEmbed 1.0", "Show the year of a trainee who permits it, as an element or a picture.",
            [("token", "/v1/programmes/{programmeId}/trainees/{pairwiseId}/embed-tokens"), ("progress", "/embed/progress"), ("oembed", "/oembed")]),
        ("open-badges", "1EdTech Open Badges 3.0", "Read a trainee's credentials as the standard has it.",
            [("discovery", "/ims/ob/v3p0/discovery"), ("credentials", "/ims/ob/v3p0/credentials"), ("profile", "/ims/ob/v3p0/profile")]),
        ("lti", "1EdTech LTI 1.3", "Open the service's pages inside a course.",
            [("login", "/programmes/{programmeId}/lti/login"), ("launch", "/programmes/{programmeId}/lti/launch"), ("jwks", "/programmes/{programmeId}/platform-keys.json")]),
        ("case", "1EdTech CASE 1.1", "The competency frameworks that records name.", [("documents", "/ims/case/v1p1/CFDocuments")]),
        ("verify", "W3C Verifiable Credentials 2.0", "Have any record checked.", [("check", "/v1/verify"), ("page", "/verify")]),
        ("keys", "did:web; RFC 7517", "What anybody needs to check a record by themselves.", [("did", "/programmes/{programmeId}/did.json"), ("jwks", "/programmes/{programmeId}/jwks.json")]),
    ];

    public static void MapWellKnown(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/.well-known").WithTags("Service").Public("Platforms find out here what is spoken; it is the same for all.")
            .MapGet("/portfolio", Read).WithName("ReadServiceDescription").WithSummary("What this service speaks, and where");

    private static Ok<ServiceDescription> Read(HttpContext http, PublicAddress address, EndpointDataSource mapped)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Ok(new ServiceDescription(
            "Portfolio", At("/for-platforms"), At("/openapi/v1.yaml"), [new("v1")], Interfaces(mapped, At), new(Element.Version, At("/" + Element.Kept), Element.Integrity, At("/" + Element.Steady))));

        string At(string path) => address.Base.ToString().TrimEnd('/') + path;
    }

    private static IReadOnlyList<ServiceInterface> Interfaces(EndpointDataSource mapped, Func<string, string> at)
    {
        var paths = mapped.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + Constraint().Replace(endpoint.RoutePattern.RawText!, "").Trim('/')).ToHashSet();
        return
        [
            .. from one in Known
               let addresses = one.Addresses.Where(place => paths.Contains(place.Path)).ToDictionary(place => place.For, place => at(place.Path))
               // The first is where one begins.
               where addresses.ContainsKey(one.Addresses[0].For)
               select new ServiceInterface(one.Name, one.Standard, one.About, addresses),
        ];
    }

    [GeneratedRegex(":[a-z]+(?=})")]
    private static partial Regex Constraint();
}

using Portfolio.Api.Http;

namespace Portfolio.Api.Lti;

/// <summary>A platform as one programme registered it.</summary>
/// <param name="DeploymentLines">Its deployments, one a line: <see cref="Deployments"/>.</param>
internal sealed record LtiRegistration(
    Guid Id, string Name, string Issuer, string ClientId, string AuthorizationUrl, string TokenUrl, string KeysUrl, string DeploymentLines, DateTimeOffset? EndedAt)
{
    public IReadOnlyList<string> Deployments => DeploymentLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whose pages may show ours: those of the site that signs in, and of the issuer where that is a site.</summary>
    public IEnumerable<string> Origins => new[] { AuthorizationUrl, Issuer }
        .Where(text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http").Select(text => new Uri(text).GetLeftPart(UriPartial.Authority)).Distinct();
}

/// <summary>What a platform has to know of us: the same addresses for every registration of a programme.</summary>
internal sealed record LtiAddresses(Uri Login, Uri Launch, Uri Keys)
{
    public static LtiAddresses Of(HttpContext http, PublicAddress address, Guid programme)
    {
        // Not as a request names this host, where there is a public address.
        var site = address.IsSet ? address.Base : new Uri($"{http.Request.Scheme}://{http.Request.Host}/");
        var here = new Uri(site, $"programmes/{programme:D}/");
        return new(new(here, "lti/login"), new(here, "lti/launch"), new(here, "platform-keys.json"));
    }
}

/// <summary>Names of LTI 1.3 and its services, as the specifications spell them.</summary>
internal static class LtiNames
{
    public const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    public const string DeepLinkingSettings = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    public const string DeepLinkingItems = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";
    public const string DeepLinkingData = "https://purl.imsglobal.org/spec/lti-dl/claim/data";
    public const string Scores = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    public const string Roster = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    public const string ToolConfiguration = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    public const string PlatformConfiguration = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    public const string RosterScope = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    public const string RosterType = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    public const string ResourceLink = "LtiResourceLinkRequest", DeepLinking = "LtiDeepLinkingRequest", DeepLinkingResponse = "LtiDeepLinkingResponse";
    public const string Version = "1.3.0";

    /// <summary>Our own parameters in a course's link.</summary>
    public const string Page = "portfolio_page", Group = "portfolio_group", Trainee = "portfolio_trainee";

    public static readonly IReadOnlyList<string> Scopes =
    [
        "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem", "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly",
        "https://purl.imsglobal.org/spec/lti-ags/scope/score", RosterScope,
    ];
}

using System.Text.Json;
using static Portfolio.Api.Lti.LtiJson;

namespace Portfolio.Api.Lti;

/// <summary>What a platform says in a launch, taken out of its token. What is there is shaped as it should be; whether it is believed is another question.</summary>
internal sealed record LtiMessage(string Type, string Subject, string Deployment)
{
    private const int LongestUrl = 2000;

    public string? Name { get; private init; }
    public string? Email { get; private init; }
    public string? Number { get; private init; }
    public Uri? Target { get; private init; }
    public IReadOnlyDictionary<string, string> Custom { get; private init; } = new Dictionary<string, string>();
    public string? Context { get; private init; }
    public string? Course { get; private init; }
    public string? Memberships { get; private init; }
    public string? LineItems { get; private init; }
    public string? ReturnUrl { get; private init; }
    public string? Data { get; private init; }
    public bool InFrame { get; private init; }

    /// <returns>The message, or a code of what is missing.</returns>
    public static (LtiMessage? Message, string? Fault) Read(JsonElement claims)
    {
        var type = Text(claims, LtiNames.Claim + "message_type");
        if (Text(claims, LtiNames.Claim + "version") is not LtiNames.Version)
            return (null, "version");
        if (type is not (LtiNames.ResourceLink or LtiNames.DeepLinking))
            return (null, type is null ? "claims-missing" : "message-type");
        if (Text(claims, "sub") is not { Length: > 0 and <= Longest } subject || Text(claims, LtiNames.Claim + "deployment_id") is not { Length: > 0 and <= Longest } deployment
            || Of(claims, LtiNames.Claim + "roles") is not { ValueKind: JsonValueKind.Array })
            return (null, "claims-missing");
        var (link, settings) = (Of(claims, LtiNames.Claim + "resource_link"), Of(claims, LtiNames.DeepLinkingSettings));
        if (type == LtiNames.ResourceLink ? Text(link, "id") is not { Length: > 0 } || Text(claims, LtiNames.Claim + "target_link_uri") is null : Text(settings, "deep_link_return_url") is null)
            return (null, "claims-missing");
        var (context, lis) = (Of(claims, LtiNames.Claim + "context"), Of(claims, LtiNames.Claim + "lis"));
        return (new(type, subject, deployment)
        {
            Name = Text(claims, "name"), Email = Text(claims, "email"), Number = Fits(Text(lis, "person_sourcedid")),
            Target = Uri.TryCreate(Text(claims, LtiNames.Claim + "target_link_uri"), UriKind.Absolute, out var target) ? target : null,
            Custom = Texts(Of(claims, LtiNames.Claim + "custom")),
            Context = Fits(Text(context, "id")), Course = Text(context, "title") ?? Text(context, "label"),
            Memberships = Url(Text(Of(claims, LtiNames.Roster), "context_memberships_url")), LineItems = Url(Text(Of(claims, LtiNames.Scores), "lineitems")),
            ReturnUrl = Url(Text(settings, "deep_link_return_url")), Data = Text(settings, "data"),
            InFrame = Text(Of(claims, LtiNames.Claim + "launch_presentation"), "document_target") is "iframe" or "frame",
        }, null);
    }

    private static string? Url(string? text) => text is { Length: <= LongestUrl } && Uri.TryCreate(text, UriKind.Absolute, out _) ? text : null;

    private static Dictionary<string, string> Texts(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } of
        ? of.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value.GetString()!)
        : [];
}

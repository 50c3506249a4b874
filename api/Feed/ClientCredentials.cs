using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>What a client said about itself, by HTTP Basic or in the form (RFC 6749, section 2.3.1).</summary>
internal sealed record ClientCredentials(string Id, string Secret)
{
    private static readonly string[] Known = ["grant_type", "client_id", "client_secret", "scope"];

    /// <summary>The client of a request for a token by client credentials, or why it is no such request.</summary>
    /// <param name="form">The form, parsed.</param>
    /// <param name="authorization">The Authorization header as it came; empty without one.</param>
    public static (ClientCredentials? Client, TokenRefusal? Refusal) Read(IFormCollection form, string authorization)
    {
        if (Known.FirstOrDefault(name => form[name].Count > 1) is { } twice)
            return (null, new("invalid_request", $"{twice} is there twice."));
        if (One(form, "grant_type") is not { } grant)
            return (null, new("invalid_request", "Send grant_type=client_credentials as application/x-www-form-urlencoded."));
        if (grant != "client_credentials")
            return (null, new("unsupported_grant_type", "Only client_credentials is supported."));
        var (id, secret) = (One(form, "client_id"), One(form, "client_secret"));
        if (authorization == "")
            return (new(id ?? "", secret ?? ""), null);
        if (Basic(authorization) is not { } client)
            return (null, Unknown);
        // A client uses one way to say who it is; naming itself in the form as well is harmless where it is the same name.
        return secret is not null || (id is not null && id != client.Id)
            ? (null, new("invalid_request", "Send the credentials once: in the Authorization header or in the form."))
            : (client, null);
    }

    /// <summary>The same words for an unknown client and a wrong secret.</summary>
    public static TokenRefusal Unknown { get; } = new("invalid_client", "There is no such client, or its secret is another.");

    // Empty counts as left out (RFC 6749, section 3.2).
    private static string? One(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

    private static ClientCredentials? Basic(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || value.Parameter is null
            || !value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[value.Parameter.Length];
        return Convert.TryFromBase64String(value.Parameter, bytes, out var length)
            && Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(':', 2) is [var id, var secret]
            ? new(WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret))
            : null;
    }
}

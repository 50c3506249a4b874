using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>What a client says of itself, and what it shows for it: a secret, by HTTP Basic or in the form (RFC 6749, section 2.3.1), or an assertion.</summary>
internal sealed record ClientCredentials(string Id, string Secret, string? Assertion = null)
{
    private static readonly string[] Known =
        ["grant_type", "client_id", "client_secret", "client_assertion_type", "client_assertion", "scope", "code", "redirect_uri", "code_verifier", "refresh_token"];

    private static readonly TokenRefusal Twice = new("invalid_request", "Show one thing: the Authorization header, client_secret or client_assertion.");

    /// <summary>The same words for an unknown client, a wrong secret and a wrong assertion.</summary>
    public static TokenRefusal Unknown { get; } = new("invalid_client", "There is no such client, or what it shows is not its own.");

    /// <summary>The client of a request for a token, or why it is no such request.</summary>
    /// <param name="form">The form, parsed.</param>
    /// <param name="authorization">The Authorization header as it came; empty without one.</param>
    public static (ClientCredentials? Client, TokenRefusal? Refusal) Read(IFormCollection form, string authorization)
    {
        if (Known.FirstOrDefault(name => form[name].Count > 1) is { } twice)
            return (null, new("invalid_request", $"{twice} is there twice."));
        var (id, secret, assertion) = (One(form, "client_id"), One(form, "client_secret"), One(form, "client_assertion"));
        if (assertion is not null)
            return authorization != "" || secret is not null ? (null, Twice)
                : One(form, "client_assertion_type") != ClientAssertion.Type ? (null, new("invalid_request", $"client_assertion_type is {ClientAssertion.Type}."))
                : (new(id ?? "", "", assertion), null);
        if (authorization == "")
            return (new(id ?? "", secret ?? ""), null);
        if (Basic(authorization) is not { } client)
            return (null, Unknown);
        // A client uses one way to say who it is; naming itself in the form as well is harmless where it is the same name.
        return secret is not null || (id is not null && id != client.Id) ? (null, Twice) : (client, null);
    }

    /// <summary>A field of the form. Empty counts as left out (RFC 6749, section 3.2).</summary>
    public static string? One(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } value ? value : null;

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

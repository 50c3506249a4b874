using System.Text.Json;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>What a platform that registers says of itself, as far as it is kept.</summary>
/// <param name="Scope">Of what it asks for, that which is offered.</param>
internal sealed record ClientMetadata(string Name, IReadOnlyList<string> RedirectUris, string Scope)
{
    private const int LongestScope = 500;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <returns>What is wrong with it, or nothing.</returns>
    public static RegistrationRefusal? Read(byte[] body, bool demonstration, out ClientMetadata client)
    {
        client = null!;
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "client_name") is not { } name || !new PlainTextAttribute(Fences.Name).IsValid(name))
                return Metadata($"client_name is needed: a text of at most {Fences.Name} characters, without control characters.");
            if (Texts(root, "redirect_uris") is not { Count: >= 1 and <= 10 } uris || uris.Any(uri => !Platform.MayRedirectTo(uri, demonstration)))
                return new("invalid_redirect_uri", "redirect_uris is needed: from 1 to 10 addresses that begin with https://, without a user or a fragment.");
            if (root.TryGetProperty("token_endpoint_auth_method", out _) && Text(root, "token_endpoint_auth_method") is not ("client_secret_basic" or "client_secret_post"))
                return Metadata("token_endpoint_auth_method is client_secret_basic or client_secret_post.");
            if (WhyNot(root, "grant_types", "authorization_code", ["authorization_code", "refresh_token"]) is { } grants)
                return grants;
            if (WhyNot(root, "response_types", "code", ["code"]) is { } responses)
                return responses;
            var scope = root.TryGetProperty("scope", out var asked) ? asked.ValueKind == JsonValueKind.String && asked.GetString() is { Length: <= LongestScope } text ? Scopes.Offered(text) : "" : Scopes.Offered(null);
            if (Scopes.Granted(scope) is null or Scopes.Feed)
                return Metadata($"scope asks for none of what is offered: {string.Join(' ', Scopes.Meanings.Keys)}.");
            client = new(name, [.. uris.Distinct()], scope);
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return Metadata("The body is no JSON object that can be read.");
        }
    }

    private static RegistrationRefusal? WhyNot(JsonElement root, string member, string needed, string[] known) =>
        !root.TryGetProperty(member, out _) || Texts(root, member) is { } values && values.Contains(needed) && !values.Except(known).Any()
            ? null : Metadata($"{member} is {string.Join(" and ", known)}.");

    private static RegistrationRefusal Metadata(string words) => new("invalid_client_metadata", words);

    private static string? Text(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string>? Texts(JsonElement root, string member) =>
        root.TryGetProperty(member, out var values) && values.ValueKind == JsonValueKind.Array && values.EnumerateArray().All(value => value.ValueKind == JsonValueKind.String)
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : null;
}

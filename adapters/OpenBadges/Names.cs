using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>The names that settings, notes and scopes go by, and what is read from them.</summary>
internal static class Names
{
    public const string Url = "url", Form = "form", ClientId = "clientId", ClientSecret = "clientSecret";
    public const string Embedded = "embedded", Jwt = "jwt";

    /// <summary>Notes: what discovery said, who we are there, the secret of a sign-in under way, and its tokens.</summary>
    public const string Endpoints = "endpoints", Client = "client", Verifier = "verifier", Tokens = "tokens";

    private const string Scope = "https://purl.imsglobal.org/spec/ob/v3p0/scope/";
    public const string Upsert = Scope + "credential.upsert", Readonly = Scope + "credential.readonly", Offline = "offline_access";

    public static string FormOf(this AdapterConnection connection) => connection.Settings.GetValueOrDefault(Form, Embedded);

    public static Uri At(this AdapterConnection connection, string path) => new(connection.Settings[Url].TrimEnd('/') + "/ims/ob/v3p0/" + path);
}

using System.Text.RegularExpressions;
using Portfolio.Api.Database;

namespace Portfolio.Api.Access;

/// <summary>Configuration section `Portfolio:Providers:{name}`: an OpenID Connect provider by which people sign in.</summary>
internal sealed partial class ProviderOptions
{
    /// <summary>The provider's issuer, such as `https://login.example.org/realms/trust`; its metadata is found below it.</summary>
    public string? Authority { get; set; }

    /// <summary>What the provider calls this service: needed for signing in at pages.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client's secret; better in a file.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A file that holds the client's secret; read whenever it is used, so that it can be changed without a new start.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>What the provider calls this interface in the tokens it gives out for it: needed for bearer tokens.</summary>
    public string? Audience { get; set; }

    /// <summary>How the sign-in page names the provider; its name here when left out.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The `typ` of its access tokens; some providers say `JWT`.</summary>
    public string TokenType { get; set; } = "at+jwt";

    /// <summary>Whether the provider may have an address of one's own network; without a public address also http on this computer.</summary>
    public bool Private { get; set; }

    /// <summary>What sign-ins by a provider are called in URLs.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <exception cref="RefusedException">It cannot work, or not safely; the message says what to change.</exception>
    public ProviderOptions Checked(string name, bool hasPublicAddress)
    {
        var at = $"Portfolio:Providers:{name}";
        if (!IsName(name))
            throw new RefusedException($"{at}: name a provider by small letters, digits and hyphens, at most 30, as it stands in its callback's address.");
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || authority.Query != "" || authority.Fragment != "" || authority.UserInfo != "")
            throw new RefusedException($"{at}:Authority is the provider's issuer, such as https://login.example.org/realms/trust, without a query.");
        if (authority.Scheme != Uri.UriSchemeHttps && !(authority is { Scheme: "http", IsLoopback: true } && Private && !hasPublicAddress))
            throw new RefusedException($"{at}:Authority must be https. Plain http is for a provider on this computer while there is no public address, with {at}:Private=true.");
        if (ClientId is not { Length: > 0 } && Audience is not { Length: > 0 })
            throw new RefusedException($"{at} needs a ClientId (for signing in at pages), an Audience (for bearer tokens), or both.");
        if (ClientId is { Length: > 0 } && (ClientSecret is { Length: > 0 }) == (ClientSecretFile is { Length: > 0 }))
            throw new RefusedException($"{at} needs the client's secret once: in ClientSecret or, better, in a file that ClientSecretFile names.");
        if (ClientSecretFile is { Length: > 0 } && !File.Exists(ClientSecretFile))
            throw new RefusedException($"{at}:ClientSecretFile names {ClientSecretFile}, which is not there.");
        // An id_token is for whoever asked for a sign-in, and says JWT or nothing: it must not open the interface as well.
        if (Audience is { Length: > 0 } && Audience == ClientId && !ProviderTokens.IsType(TokenType, "at+jwt"))
            throw new RefusedException($"{at}: with a TokenType other than at+jwt the Audience must differ from the ClientId, or an id_token would pass for an access token.");
        return TokenType is { Length: > 0 } ? this : throw new RefusedException($"{at}:TokenType is the typ of the provider's access tokens: at+jwt, or JWT where it says nothing better.");
    }

    /// <summary>The secret as it is now.</summary>
    public string Secret() => ClientSecretFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : ClientSecret!;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,29}\z")]
    private static partial Regex Name();
}

namespace Portfolio.Contracts.Records;

/// <summary>A programme's <c>did:web</c> and the addresses that follow from it.</summary>
public static class DidWeb
{
    /// <summary>The DID of programme <paramref name="programme"/> at <paramref name="baseUrl"/> (<c>https://host[:port][/path]</c>).</summary>
    /// <exception cref="UriFormatException">The base is not an absolute URL.</exception>
    public static string Of(string baseUrl, string programme)
    {
        var uri = new Uri(baseUrl, UriKind.Absolute);
        var host = uri.IsDefaultPort ? uri.Host : $"{uri.Host}%3A{uri.Port}";
        var path = string.Concat(uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => $":{part}"));
        return $"did:web:{host}{path}:programmes:{programme}";
    }

    /// <summary>The URL under which everything of the programme stands: its <c>did.json</c>, <c>jwks.json</c>, <c>keys/{k}</c>; null for no did:web.</summary>
    public static string? Url(string did)
    {
        ArgumentNullException.ThrowIfNull(did);
        if (!ShortText.IsDidWeb(did))
            return null;
        var parts = did["did:web:".Length..].Split(':');
        var host = parts[0].Replace("%3A", ":", StringComparison.OrdinalIgnoreCase);
        var scheme = host == "localhost" || host.StartsWith("localhost:", StringComparison.Ordinal) ? "http" : "https";
        return string.Join('/', [$"{scheme}://{host}", .. parts[1..]]);
    }
}

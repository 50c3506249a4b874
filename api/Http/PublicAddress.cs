using System.Net;

namespace Portfolio.Api.Http;

/// <summary>Configuration section `Portfolio`: the address under which the world reaches this service.</summary>
internal sealed class AddressOptions
{
    /// <summary>An https address such as `https://portfolio.example.org`. Nothing real is signed without one.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>The address to listen on.</summary>
    public string Listen { get; set; } = "http://localhost:5080";
}

/// <summary>The public address once, judged: what may be signed under it, and how it is written in issuers.</summary>
internal sealed class PublicAddress(AddressOptions options)
{
    public Uri Base { get; } = new((options.PublicAddress ?? options.Listen).TrimEnd('/') + "/");

    public bool IsSet => options.PublicAddress is { Length: > 0 };

    /// <summary>Whether evidence signed under this address can be checked by somebody else.</summary>
    public bool IsReal => IsSet && Base.Scheme == Uri.UriSchemeHttps && !Base.IsLoopback
        && !(IPAddress.TryParse(Base.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Nothing real is signed under an address that nobody else can reach.</summary>
    public bool MaySign(bool demonstration) => demonstration || IsReal;

    /// <summary>The did:web of a programme, where a port's colon is written %3A.</summary>
    public string Issuer(Guid programme) => $"did:web:{Base.Authority.Replace(":", "%3A", StringComparison.Ordinal)}:programmes:{programme:D}";

    public string Url(string path) => new Uri(Base, path).AbsoluteUri;
}

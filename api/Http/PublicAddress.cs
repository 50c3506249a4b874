using System.Net;
using Portfolio.Api.Database;

namespace Portfolio.Api.Http;

/// <summary>Configuration section `Portfolio`: the address under which the world reaches this service.</summary>
internal sealed class AddressOptions
{
    /// <summary>An https address such as `https://portfolio.example.org`. Nothing real is signed without one.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>The proxies in front of the service: addresses and networks with commas between. Nobody else is believed about where a request comes from.</summary>
    public string? Proxies { get; set; }
}

/// <summary>The public address once, judged: what may be signed under it, and how it is written in issuers.</summary>
/// <param name="urls">Where the host listens: what a demonstration calls itself while there is no public address.</param>
internal sealed class PublicAddress(AddressOptions options, string? urls = null)
{
    private const int Port = 5080;

    public Uri Base { get; } = options.PublicAddress is { Length: > 0 } set ? Read(set) : new($"http://localhost:{PortOf(urls)}/");

    /// <summary>Whether the world comes by https: then it is told to come by nothing else.</summary>
    public bool IsHttps => IsSet && Base.Scheme == Uri.UriSchemeHttps;

    public bool IsSet => options.PublicAddress is { Length: > 0 };

    /// <summary>Whether anybody but this computer comes by it.</summary>
    public bool IsPublic => IsSet && !Base.IsLoopback;

    /// <summary>Whether evidence signed under this address can be checked by somebody else.</summary>
    public bool IsReal => IsSet && Base.Scheme == Uri.UriSchemeHttps && !Base.IsLoopback
        && !(IPAddress.TryParse(Base.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Nothing real is signed under an address that nobody else can reach.</summary>
    public bool MaySign(bool demonstration) => demonstration || IsReal;

    /// <summary>The did:web of a programme, where a port's colon is written %3A.</summary>
    public string Issuer(Guid programme) => $"did:web:{Base.Authority.Replace(":", "%3A", StringComparison.Ordinal)}:programmes:{programme:D}";

    /// <exception cref="RefusedException">It is no address.</exception>
    private static Uri Read(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? address
            : throw new RefusedException("Portfolio:PublicAddress is no address of a host: write one such as https://portfolio.example.org.");

    private static int PortOf(string? urls) => Uri.TryCreate(urls?.Split(';')[0], UriKind.Absolute, out var first) && first.Port > 0 ? first.Port : Port;
}

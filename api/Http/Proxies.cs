using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Portfolio.Api.Database;
using IPNetwork = System.Net.IPNetwork;

namespace Portfolio.Api.Http;

/// <summary>
/// The proxies in front of the service: they alone are believed when they say whom a request is from and how it came. The public name is never taken
/// from a request.
/// </summary>
internal static class Proxies
{
    private const string Setting = "Portfolio:Proxies";

    /// <exception cref="RefusedException">An entry is no address, or there is a proxy and no public address.</exception>
    public static void UseProxies(this WebApplication app)
    {
        var proxies = Read(app.Configuration[Setting]);
        if (proxies.Count == 0)
            return;
        if (!app.Services.GetRequiredService<PublicAddress>().IsSet)
            throw new RefusedException($"{Setting} is set and Portfolio:PublicAddress is not: set it to the https address that the proxy serves, such as https://portfolio.example.org.");
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    /// <summary>Whether a proxy says that the request reached it without TLS.</summary>
    public static bool CameByHttp(HttpContext http) => http.Request.Scheme == Uri.UriSchemeHttp && http.Request.Headers.ContainsKey("X-Original-Proto");

    /// <summary>Addresses and networks, with commas between: `10.0.0.7, 192.0.2.0/24, fd00::/8`.</summary>
    public static IReadOnlyList<IPNetwork> Read(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)];

    private static IPNetwork Network(string entry) =>
        IPNetwork.TryParse(entry, out var network) && network.PrefixLength > 0 ? network
        : IPAddress.TryParse(entry, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : throw new RefusedException($"{Setting} has an entry that is neither an address nor a network, or is all of them: {entry}. Write such as 10.0.0.7, 192.0.2.0/24.");
}

using System.Net;
using System.Net.Sockets;

namespace Portfolio.Contracts.Adapters;

/// <summary>Which addresses are out in the world, judged by the registries of special-purpose addresses (IANA, RFC 6890).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // Of version 6 only what is handed out as global unicast can be public; these parts of it are not.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotPublic6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    // A gateway turns it into the version 4 address at its end, so that is the one to judge.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork[] Private = Networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

    public static bool IsPublic(IPAddress address) => Plain(address) is { AddressFamily: AddressFamily.InterNetwork } four
        ? !NotPublic4.Any(network => network.Contains(four))
        : Global6.Contains(address) && !NotPublic6.Any(network => network.Contains(address));

    public static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(Plain(address));

    /// <summary>An organisation's own network, and never its machines' own doors: link-local ones give out secrets in clouds.</summary>
    public static bool IsPrivate(IPAddress address) => Private.Any(network => network.Contains(Plain(address)));

    private static IPAddress Plain(IPAddress address) =>
        address.AddressFamily != AddressFamily.InterNetworkV6 ? address
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : address;

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}

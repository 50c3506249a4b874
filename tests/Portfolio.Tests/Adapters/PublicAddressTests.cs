using System.Net;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Adapters;

public sealed class PublicAddressTests
{
    [Theory]
    // Both ends of every range, and what lies inside it.
    [InlineData("0.0.0.0", "0.255.255.255")]
    [InlineData("10.0.0.0", "10.255.255.255")]
    [InlineData("100.64.0.0", "100.127.255.255")]
    [InlineData("127.0.0.1", "127.255.255.255")]
    [InlineData("169.254.0.0", "169.254.169.254")]
    [InlineData("172.16.0.0", "172.31.255.255")]
    [InlineData("192.0.0.0", "192.0.0.255")]
    [InlineData("192.0.2.0", "192.0.2.255")]
    [InlineData("192.88.99.0", "192.88.99.255")]
    [InlineData("192.168.0.0", "192.168.255.255")]
    [InlineData("198.18.0.0", "198.19.255.255")]
    [InlineData("198.51.100.0", "198.51.100.255")]
    [InlineData("203.0.113.0", "203.0.113.255")]
    [InlineData("224.0.0.0", "239.255.255.255")]
    [InlineData("240.0.0.0", "255.255.255.255")]
    public void No_special_address_of_version_4_is_reached_in_any_of_its_writings(string first, string last)
    {
        foreach (var plain in new[] { IPAddress.Parse(first), IPAddress.Parse(last) })
            foreach (var address in new[] { plain, plain.MapToIPv6(), Translated(plain), SixToFour(plain), Compatible(plain) })
                Assert.False(PrivateAddressGuard.Allows(address), $"{address}");
    }

    [Theory]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fc00::1")]
    [InlineData("fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("100::1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2001::1")]
    [InlineData("2001:2::1")]
    [InlineData("2001:10::1")]
    [InlineData("2001:1ff:ffff::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:808:808::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("4000::1")]
    public void No_special_address_of_version_6_is_reached(string address) => Assert.False(PrivateAddressGuard.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00::1")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::101:101")]
    public void A_public_address_is_reached(string address) => Assert.True(PrivateAddressGuard.Allows(IPAddress.Parse(address)));

    [Fact]
    public void Loopback_and_an_organisations_own_network_are_reached_only_where_that_is_said()
    {
        var (loopback, inside) = (new GuardSettings(Loopback: true), new GuardSettings(PrivateNetworks: true));

        Assert.All(["127.0.0.1", "::1", "::ffff:127.0.0.1"], address => Assert.True(PrivateAddressGuard.Allows(IPAddress.Parse(address), loopback)));
        Assert.All(["10.1.2.3", "192.168.0.1", "172.20.0.1", "fd00::1"], address => Assert.True(PrivateAddressGuard.Allows(IPAddress.Parse(address), inside)));
        Assert.All(["10.1.2.3", "169.254.169.254", "fd00::1"], address => Assert.False(PrivateAddressGuard.Allows(IPAddress.Parse(address), loopback)));
        Assert.All(["127.0.0.1", "::1", "169.254.169.254", "fe80::1", "224.0.0.1"], address => Assert.False(PrivateAddressGuard.Allows(IPAddress.Parse(address), inside)));
    }

    private static IPAddress Translated(IPAddress plain) => new([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. plain.GetAddressBytes()]);

    private static IPAddress SixToFour(IPAddress plain) => new([0x20, 0x02, .. plain.GetAddressBytes(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

    private static IPAddress Compatible(IPAddress plain) => new([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. plain.GetAddressBytes()]);
}

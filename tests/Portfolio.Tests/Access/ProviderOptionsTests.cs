using Microsoft.Extensions.Configuration;
using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Tests.Access;

/// <summary>A provider that cannot work, or not safely, stops the start with what to change.</summary>
public sealed class ProviderOptionsTests
{
    private const string Authority = "https://login.example.org/realms/trust";

    [Theory]
    [InlineData(Authority, "Audience=api")]
    [InlineData(Authority, "ClientId=portfolio", "ClientSecret=s")]
    [InlineData(Authority, "ClientId=portfolio", "ClientSecret=s", "Audience=portfolio")]
    [InlineData(Authority, "ClientId=portfolio", "ClientSecret=s", "Audience=api", "TokenType=JWT")]
    [InlineData("http://localhost:8080/realms/trust", "Audience=api", "Private=true")]
    public void What_can_work_is_taken(string authority, params string[] settings) => Assert.Single(Read("trust", authority, false, settings));

    [Theory]
    [InlineData("http://login.example.org", "must be https", "Audience=api")]
    [InlineData("http://login.example.org", "must be https", "Audience=api", "Private=true")]
    [InlineData("http://localhost:8080", "Private=true", "Audience=api")]
    [InlineData("login.example.org", "Authority is the provider's issuer", "Audience=api")]
    [InlineData("", "Authority is the provider's issuer", "Audience=api")]
    [InlineData("https://login.example.org/?tenant=1", "without a query", "Audience=api")]
    [InlineData("https://user@login.example.org/", "without a query", "Audience=api")]
    [InlineData(Authority, "ClientId (for signing in at pages), an Audience")]
    [InlineData(Authority, "secret once", "ClientId=portfolio")]
    [InlineData(Authority, "secret once", "ClientId=portfolio", "ClientSecret=s", "ClientSecretFile=/etc/hostname")]
    [InlineData(Authority, "which is not there", "ClientId=portfolio", "ClientSecretFile=/no/such/file")]
    [InlineData(Authority, "must differ from the ClientId", "ClientId=portfolio", "ClientSecret=s", "Audience=portfolio", "TokenType=JWT")]
    [InlineData(Authority, "TokenType is the typ", "Audience=api", "TokenType=")]
    public void What_cannot_is_refused_with_the_fix(string authority, string fix, params string[] settings)
    {
        var refused = Assert.Throws<RefusedException>(() => Read("trust", authority, false, settings));
        Assert.Contains(fix, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Portfolio:Providers:trust", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_public_address_no_provider_is_asked_by_plain_http() =>
        Assert.Throws<RefusedException>(() => Read("trust", "http://localhost:8080", true, "Audience=api", "Private=true"));

    [Theory]
    [InlineData("Trust")]
    [InlineData("1trust")]
    [InlineData("trust/two")]
    [InlineData("a-name-that-is-longer-than-thirty-letters")]
    public void A_name_stands_in_addresses(string name) => Assert.Throws<RefusedException>(() => Read(name, Authority, false, "Audience=api"));

    [Fact]
    public void One_provider_under_two_names_is_refused() => Assert.Throws<RefusedException>(() => Providers.Read(Configuration(
        ("one", Authority, ["Audience=api"]), ("two", Authority + "/", ["Audience=other"])), false));

    private static IReadOnlyDictionary<string, ProviderOptions> Read(string name, string authority, bool hasPublicAddress, params string[] settings) =>
        Providers.Read(Configuration((name, authority, settings)), hasPublicAddress);

    private static IConfiguration Configuration(params (string Name, string Authority, string[] Settings)[] providers) => new ConfigurationBuilder().AddInMemoryCollection(
        providers.SelectMany(provider => provider.Settings.Append("Authority=" + provider.Authority)
            .Select(setting => KeyValuePair.Create<string, string?>($"Portfolio:Providers:{provider.Name}:{setting.Split('=', 2)[0]}", setting.Split('=', 2)[1])))).Build();
}

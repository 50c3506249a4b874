using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Access;

/// <summary>One OpenID Connect provider.</summary>
internal sealed record Provider(string Name, ProviderOptions Options, ProviderMetadata Metadata, HttpClient Http)
{
    public string DisplayName => Options.DisplayName ?? Name;

    public bool ForPages => Options.ClientId is { Length: > 0 };

    public bool ForBearers => Options.Audience is { Length: > 0 };

    /// <summary>Where it signs people in: told by itself, or by its name where it cannot be asked.</summary>
    public async Task<Uri> SignsInAt(CancellationToken cancellation)
    {
        try
        {
            return new((await Metadata.Get(cancellation)).AuthorizationEndpoint ?? Options.Authority!);
        }
        catch (ProviderUnavailableException)
        {
            return new(Options.Authority!);
        }
    }

    /// <summary>The handler behind its sign-in.</summary>
    public string Scheme => SchemeOf(Name);

    /// <summary>What is registered at the provider: one address, whatever the programme, so that an answer of one provider cannot pass for another's.</summary>
    public string CallbackPath => $"/sign-in/{Name}/callback";

    public static string SchemeOf(string name) => "provider-" + name;
}

/// <summary>The providers of the configuration.</summary>
internal sealed class Providers : IDisposable
{
    public const string Section = "Portfolio:Providers";

    public Providers(IReadOnlyDictionary<string, ProviderOptions> options, TimeProvider clock, ILoggerFactory log) =>
        All = [.. options.OrderBy(named => named.Key, StringComparer.Ordinal).Select(named => Make(named.Key, named.Value, clock, log))];

    public IReadOnlyList<Provider> All { get; }

    /// <summary>Those that sign in at pages.</summary>
    public IEnumerable<Provider> ForPages => All.Where(provider => provider.ForPages);

    public Provider? Named(string name) => All.FirstOrDefault(provider => provider.Name == name);

    /// <summary>Whose tokens say this; which of them are believed is another question.</summary>
    public Provider? Of(string issuer) => All.FirstOrDefault(provider => provider.Options.Authority!.TrimEnd('/') == issuer.TrimEnd('/'));

    /// <summary>The configured providers, each one able to work.</summary>
    /// <exception cref="Database.RefusedException">One is not; the message says what to change.</exception>
    public static IReadOnlyDictionary<string, ProviderOptions> Read(IConfiguration configuration, bool hasPublicAddress)
    {
        var all = configuration.GetSection(Section).GetChildren().ToDictionary(section => section.Key, section => (section.Get<ProviderOptions>() ?? new()).Checked(section.Key, hasPublicAddress));
        return all.Values.Select(options => options.Authority!.TrimEnd('/')).Distinct().Count() == all.Count
            ? all
            : throw new Database.RefusedException($"Two of {Section} have the same Authority: one account would be two sign-ins. Leave one out.");
    }

    public void Dispose()
    {
        foreach (var provider in All)
        {
            provider.Metadata.Dispose();
            provider.Http.Dispose();
        }
    }

    private static Provider Make(string name, ProviderOptions options, TimeProvider clock, ILoggerFactory log)
    {
        var authority = new Uri(options.Authority!);
        // A provider of one's own network may be there, and one of this computer here; neither lets the other's addresses in.
        var guard = new GuardSettings(Loopback: options.Private && authority.IsLoopback, PrivateNetworks: options.Private);
        var http = PrivateAddressGuard.Client(guard);
        return new(name, options, new(name, authority, http, at => PrivateAddressGuard.Allows(at, guard), clock, log.CreateLogger<ProviderMetadata>()), http);
    }
}

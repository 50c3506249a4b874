using System.ComponentModel.DataAnnotations;
using Portfolio.Adapters.Outbound;
using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

internal static class DeliveriesSetup
{
    /// <summary>What the stage needs, for the host and the verbs alike.</summary>
    public static void AddDeliveries(this IServiceCollection services, IConfiguration configuration)
    {
        var patience = Checked(configuration.GetSection("Portfolio:Outbound:Patience").Get<Patience>() ?? new());
        services.AddMetrics();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<Adapters>();
        services.AddSingleton<PlatformSeal>();
        services.AddSingleton<PlaceSeal>();
        services.AddSingleton<PlatformKeys>();
        services.AddSingleton<PlaceConnections>();
        services.AddSingleton<OwnPlaces>();
        services.AddSingleton(provider =>
        {
            // What these protocols do not need is not done: a redirect is an answer.
            var reach = provider.GetRequiredService<GuardSettings>() with { MostRedirects = 0 };
            return new OutboundClients(PrivateAddressGuard.Handler(reach), patience, provider.GetRequiredService<TimeProvider>(), reach.LargestAnswer);
        });
    }

    /// <exception cref="RefusedException">It cannot be right.</exception>
    internal static Patience Checked(Patience patience)
    {
        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(patience, new(patience), faults, validateAllProperties: true) && patience.Try <= patience.Total
            ? patience
            : throw new RefusedException("Portfolio:Outbound:Patience cannot be right: " + (faults is [{ ErrorMessage: { } why }, ..] ? why : "one try may not last longer than all of them."));
    }

    /// <summary>The adapters that come with the service.</summary>
    public static void AddAdapters(this WebApplicationBuilder builder, params IReadOnlyList<IPortfolioAdapter> adapters)
    {
        foreach (var adapter in adapters)
            builder.Services.AddSingleton(adapter);
    }

    /// <summary>Those that others wrote, from the folder that is set, else from <c>plugins</c> in the data folder.</summary>
    public static void AddPlugins(this WebApplicationBuilder builder, string dataFolder) => builder.AddAdapters(
        PluginFolder.Load((builder.Configuration.GetSection("Portfolio").Get<PluginOptions>() ?? new()).Plugins is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(dataFolder, "plugins")));

    /// <summary>How records are written as a Leap2A archive.</summary>
    public static void AddLeap2A(this WebApplicationBuilder builder, Func<IReadOnlyList<SignedRecord>, string, byte[]> write) =>
        builder.Services.AddSingleton(new Leap2AWriter(write));

    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        // A host whose adapters cannot be told apart does not start.
        _ = routes.ServiceProvider.GetRequiredService<Adapters>();
        routes.MapPlatforms();
        routes.MapConnections();
        routes.MapLedger();
        routes.MapPlatformKeys();
        routes.MapOutward();
        routes.MapReceivers();
        routes.MapConnectionSettings();
        routes.MapAdapters();
        routes.MapUploadPacks();
        routes.MapLeap2A();
    }
}

using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

internal static class DeliveriesSetup
{
    /// <summary>What the stage needs, for the host and the verbs alike.</summary>
    public static void AddDeliveries(this IServiceCollection services) => services.AddSingleton<Adapters>();

    /// <summary>The adapters that come with the service.</summary>
    public static void AddAdapters(this WebApplicationBuilder builder, params IReadOnlyList<IPortfolioAdapter> adapters)
    {
        foreach (var adapter in adapters)
            builder.Services.AddSingleton(adapter);
    }

    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        routes.MapPlatforms();
        routes.MapConnections();
    }
}

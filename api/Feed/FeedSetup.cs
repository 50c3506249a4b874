using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Feed;

internal static class FeedSetup
{
    public static void AddFeed(this IServiceCollection services)
    {
        services.AddSingleton<AuthorizationAddresses>();
        services.AddSingleton<ClientSignIn>();
        services.AddSingleton(provider => new FetchedKeys(
            PrivateAddressGuard.Client(provider.GetRequiredService<GuardSettings>()), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<FetchedKeys>>()));
    }
}

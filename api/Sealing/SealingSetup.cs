using Portfolio.Api.Http;

namespace Portfolio.Api.Sealing;

internal static class SealingSetup
{
    public static void AddSealing(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var options = configuration.GetSection("Portfolio").Get<SealingOptions>() ?? new();
        services.AddSingleton(provider => MasterKeyFile.Read(options, dataFolder, provider.GetRequiredService<PublicAddress>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MasterKeyFile))));
        services.AddSingleton(MasterKeyPlace.Of(options));
        services.AddSingleton<PersonKeys>();
    }
}

using Portfolio.Api.Sealing;

namespace Portfolio.Api.Privacy;

internal static class ErasureSetup
{
    /// <summary>Correcting and erasing, for the host and the verbs alike.</summary>
    public static void AddErasure(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var file = MasterKeyFile.ErasureList(configuration.GetSection("Portfolio").Get<SealingOptions>() ?? new(), dataFolder);
        services.AddSingleton(provider => new ErasureList(file, provider.GetRequiredService<MasterKey>));
        services.AddSingleton<Erasure>();
        services.AddSingleton<CorrectionOfPerson>();
        services.AddSingleton<LegalHolds>();
    }

    /// <summary>What happens by itself is the host's: erasing again what was erased, at start, and what is over, once a day.</summary>
    public static void AddRetention(this IServiceCollection services)
    {
        services.AddHostedService<ErasureAgain>();
        services.AddSingleton<Retention>();
        services.AddHostedService(provider => provider.GetRequiredService<Retention>());
    }
}

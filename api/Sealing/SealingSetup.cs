namespace Portfolio.Api.Sealing;

internal static class SealingSetup
{
    public static void AddSealing(this WebApplicationBuilder builder, string dataFolder)
    {
        var options = builder.Configuration.GetSection("Portfolio").Get<SealingOptions>() ?? new();
        builder.Services.AddSingleton(services => MasterKeyFile.Read(options, dataFolder, services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MasterKeyFile))));
        builder.Services.AddSingleton<PersonKeys>();
    }
}

namespace Portfolio.Api.Deliveries;

/// <summary>Configuration section `Portfolio:Deliveries`.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>Whether this host delivers. Where some hosts do and others only serve, the ledger is the same.</summary>
    public bool Here { get; set; } = true;
}

internal static class WorkerSetup
{
    /// <summary>Sending is the host's.</summary>
    public static void AddDeliveryWorker(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DeliverySeal>();
        services.AddSingleton<SignedRecords>();
        services.AddSingleton<DeliveryAttempts>();
        services.AddSingleton<DeliveryLetters>();
        services.AddSingleton<DeliveryRun>();
        services.AddSingleton<DeliveryBell>();
        services.AddSingleton<DeliveryWorker>();
        services.AddSingleton<UploadPacks>();
        services.AddSingleton<UploadLedger>();
        if ((configuration.GetSection("Portfolio:Deliveries").Get<DeliveryOptions>() ?? new()).Here)
            services.AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
    }
}

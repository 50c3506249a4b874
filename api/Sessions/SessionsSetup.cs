namespace Portfolio.Api.Sessions;

internal static class SessionsSetup
{
    public static void AddSessions(this IServiceCollection services) => services
        .AddSingleton<MeetingStore>()
        .AddSingleton<QueryLetters>()
        .AddSingleton<SessionQueries>()
        .AddSingleton<RegisterLinkCodes>()
        .AddSingleton<RegisterLinkLetters>()
        .AddSingleton<LinkedDevices>()
        .AddSingleton<RegisterLinks>()
        .AddSingleton<DeviceOpening>()
        .AddSingleton<Visitors>()
        .AddSingleton<HandoverLetters>()
        .AddSingleton<CheckIns>();

    /// <summary>Telling of mandates that end is the host's.</summary>
    public static void AddHandover(this IServiceCollection services)
    {
        services.AddSingleton<HandoverWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<HandoverWorker>());
    }
}

namespace Portfolio.Api.Progress;

internal static class ConfirmationSetup
{
    public static void AddConfirmation(this IServiceCollection services)
    {
        services.AddSingleton<Confirmations>();
        services.AddSingleton<ConfirmationQuestions>();
        services.AddSingleton<ConfirmationEnds>();
        services.AddSingleton<ConfirmationOverview>();
        services.AddSingleton<ConfirmationWaiting>();
        services.AddSingleton<EvidencePacks>();
        services.AddSingleton<PanelNotes>();
        services.AddSingleton<Panel>();
    }
}

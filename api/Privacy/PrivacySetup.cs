namespace Portfolio.Api.Privacy;

internal static class PrivacySetup
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<PersonExports>();
        services.AddSingleton<PersonExportOrders>();
        services.AddSingleton<PrivacyPageFacts>();
    }

    public static void MapPrivacy(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonExports();
        routes.MapPrivacySettings();
        routes.MapPrivacyPage();
        routes.MapAnswers();
    }
}

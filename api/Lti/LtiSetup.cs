using Portfolio.Api.Access;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Lti;

internal static class LtiSetup
{
    public static void AddLti(this IServiceCollection services)
    {
        services.AddSingleton<LtiStates>();
        services.AddSingleton<LtiTokens>();
        services.AddSingleton<LtiAccounts>();
        services.AddSingleton<LtiMatch>();
        services.AddSingleton<LtiTargets>();
        services.AddSingleton<LtiWindows>();
        services.AddSingleton<LtiDoor>();
        // What these protocols do not need is not done: a redirect is an answer.
        services.AddSingleton(provider => new LtiClient(PrivateAddressGuard.Client(provider.GetRequiredService<GuardSettings>() with { MostRedirects = 0 })));
        services.AddSingleton<LtiRosters>();
        services.AddSingleton<LtiDynamic>();
        services.AddSingleton<WhoMayFrame>(provider => provider.GetRequiredService<LtiDoor>().Origins);
    }

    public static void MapLti(this IEndpointRouteBuilder routes)
    {
        routes.MapLtiRegistrations();
        routes.MapLtiCourses();
    }
}

/// <summary>What asks platforms, guarded.</summary>
internal sealed record LtiClient(HttpClient Http);

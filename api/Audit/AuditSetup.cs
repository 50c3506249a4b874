namespace Portfolio.Api.Audit;

internal static class AuditSetup
{
    /// <summary>Writing what is changed, for the host and the verbs alike.</summary>
    public static void AddAudit(this IServiceCollection services) => services.AddSingleton<AuditTrail>();

    /// <summary>Writing what is read and refused is the host's.</summary>
    public static void AddAuditClerk(this IServiceCollection services)
    {
        services.AddSingleton<AuditQueue>();
        services.AddSingleton<RefusalTally>();
        services.AddHostedService<AuditClerk>();
    }

    /// <summary>Before access is checked, so that what is refused there is seen too.</summary>
    public static void UseAudit(this WebApplication app) => app.UseMiddleware<AuditRequests>();

    /// <summary>After access is checked: what is kept from here on is what was asked for, not that somebody came.</summary>
    public static void UseDeeds(this WebApplication app) => app.Use((http, next) =>
    {
        Deed.Current?.Begin();
        return next(http);
    });
}

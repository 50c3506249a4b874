using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Portfolio.Api.Access;

internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(TokenSignIn.SchemeName).AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null).AddProviders(configuration);
        // An endpoint without a policy is closed, not open.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationHandler, RelationCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswer>();
        services.AddSingleton<AtThisComputer>();
        services.AddSingleton<BrowserSessions>();
        services.AddFormTokens();
        ProtectionKeys.Add(services);
    }

    public static void UseAccess(this WebApplication app)
    {
        app.Use((http, next) => http.RequestServices.GetRequiredService<BrowserSessions>().Read(http, next));
        app.UseAuthentication();
        app.UseRateLimiter();
        app.Use(FramedPages.Allow);
        app.Use(FormTokens.Check);
        app.UseAuthorization();
    }
}

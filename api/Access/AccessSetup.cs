using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Portfolio.Api.Access;

internal static class AccessSetup
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(TokenSignIn.SchemeName).AddScheme<AuthenticationSchemeOptions, TokenSignIn>(TokenSignIn.SchemeName, null);
        // An endpoint without a policy is closed, not open.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        builder.Services.AddSingleton<IAuthorizationHandler, RelationCheck>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswer>();
        builder.Services.AddSingleton<AtThisComputer>();
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>The configured providers, and a sign-in handler for each that pages can use.</summary>
internal static class ProviderSetup
{
    private static readonly TimeSpan LongestSignIn = TimeSpan.FromMinutes(15);

    /// <exception cref="Database.RefusedException">A provider's configuration cannot work, or not safely.</exception>
    public static void AddProviders(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var options = Providers.Read(configuration, hasPublicAddress: configuration["Portfolio:PublicAddress"] is { Length: > 0 });
        authentication.Services.AddSingleton(services => new Providers(options, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>()));
        authentication.Services.AddSingleton<ProviderAccounts>();
        authentication.Services.AddSingleton<BearerTokens>();
        authentication.Services.AddSingleton<ProviderSignIns>();
        foreach (var name in options.Where(named => named.Value.ClientId is { Length: > 0 }).Select(named => named.Key))
        {
            authentication.AddOAuth<ProviderSignInOptions, ProviderSignInHandler>(Provider.SchemeOf(name), _ => { });
            authentication.Services.AddOptions<ProviderSignInOptions>(Provider.SchemeOf(name)).Configure<Providers>((handler, providers) => Configure(handler, providers.Named(name)!));
        }
    }

    private static void Configure(ProviderSignInOptions handler, Provider provider)
    {
        handler.Provider = provider;
        handler.Backchannel = provider.Http;
        handler.ClientId = provider.Options.ClientId!;
        handler.AuthorizationEndpoint = "";
        handler.CallbackPath = provider.CallbackPath;
        handler.UsePkce = true;
        handler.Scope.Clear();
        // Nothing else is asked for: who somebody is, this programme knows already.
        handler.Scope.Add("openid");
        handler.RemoteAuthenticationTimeout = LongestSignIn;
        handler.CorrelationCookie.SameSite = SameSiteMode.Lax;
        handler.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        handler.CorrelationCookie.Name = "__Secure-portfolio-sign-in-";
        handler.Events = new OAuthEvents
        {
            OnTicketReceived = received => received.HttpContext.RequestServices.GetRequiredService<ProviderSignIns>().Complete(received),
            OnRemoteFailure = failed => failed.HttpContext.RequestServices.GetRequiredService<ProviderSignIns>().Refuse(failed),
        };
    }
}

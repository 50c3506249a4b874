using Portfolio.Api.Access;

namespace Portfolio.Api.People;

internal static class PeopleSetup
{
    public static void AddPeople(this IServiceCollection services) => services
        .AddSingleton<PersonStore>().AddSingleton<SignInAddresses>().AddSingleton<InvitationStore>();

    /// <summary>How people sign in: the host's alone, verbs have no browser.</summary>
    public static void AddSignIn(this IServiceCollection services) => services
        .AddSingleton<SignInStore>().AddSingleton<SignInSteps>().AddSingleton<SignInWaits>()
        .AddSingleton<SignInPasskeys>().AddSingleton<SignInAuthenticators>().AddSingleton<SignInByCode>().AddSingleton<SignInAdding>()
        .AddSingleton<SignInEnding>()
        .AddSingleton<SignInProviders>().AddSingleton<AddProviderAccount>(services => services.GetRequiredService<SignInProviders>().Add);
}

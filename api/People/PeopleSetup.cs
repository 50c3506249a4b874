namespace Portfolio.Api.People;

internal static class PeopleSetup
{
    public static void AddPeople(this IServiceCollection services) => services.AddSingleton<PersonStore>();
}

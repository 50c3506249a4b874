namespace Portfolio.Api.Records;

internal static class RecordsSetup
{
    public static void AddRecords(this IServiceCollection services) =>
        services.AddSingleton<SigningKeys>().AddSingleton<LeaderKeys>().AddSingleton<Issuing>().AddSingleton<SignOffs>().AddSingleton<Corrections>().AddSingleton<RegisterSigning>().AddSingleton<Accounts>();
}

using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portfolio.Api.Records;

internal static class RecordsSetup
{
    public static void AddRecords(this IServiceCollection services)
    {
        services.TryAddSingleton<NewRsa>(_ => () => RSA.Create(SigningKeys.Bits));
        services
            .AddSingleton<SigningKeys>()
            .AddSingleton<LeaderKeys>()
            .AddSingleton<KeyRotation>()
            .AddSingleton<Issuing>()
            .AddSingleton<RegisterSigning>()
            .AddSingleton<SignOffs>()
            .AddSingleton<Corrections>()
            .AddSingleton<Signatures>()
            .AddSingleton<Accounts>()
            .AddSingleton<AssessmentSigning>()
            .AddSingleton<ElsewhereConfirming>()
            .AddSingleton<Fsck>()
            .AddSingleton<Archive>();
    }
}

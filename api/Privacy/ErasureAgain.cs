using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Privacy;

/// <summary>Before anything is served: whoever was erased and is here again, because a backup was restored, is erased again.</summary>
internal sealed partial class ErasureAgain(PortfolioDatabase database, ErasureList list, IServiceProvider services, ILogger<ErasureAgain> log) : IHostedLifecycleService
{
    /// <summary>Before every other service of the host starts, and therefore before it listens; what fails here keeps it from serving.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => Run(database, list, services, log, cancellationToken);

    /// <param name="services">Asked only where somebody was ever erased: what they give needs the master key.</param>
    public static async Task Run(PortfolioDatabase database, ErasureList list, IServiceProvider services, ILogger log, CancellationToken cancellation)
    {
        foreach (var noted in list.All())
        {
            using var deed = services.GetRequiredService<AuditTrail>().Doing("worker erasure-again");
            await using var work = await database.Begin(noted.Programme, cancellation);
            if (await ProgrammeStore.Find(work, noted.Programme) is { } programme && await services.GetRequiredService<Erasure>().Again(work, programme, noted))
                Log.ErasedAgain(log, noted.Person, noted.Programme);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Person {Person} of programme {Programme} was erased before and was here again; they are erased again.")]
        public static partial void ErasedAgain(ILogger log, Guid person, Guid programme);
    }
}

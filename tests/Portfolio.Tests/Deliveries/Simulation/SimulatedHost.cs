using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries.Simulation;

/// <summary>A host that only delivers, to one platform: the real ledger on the real database, each step of it in the scheduler's hands.</summary>
internal sealed class SimulatedHost : IAsyncDisposable
{
    private readonly Scheduler scheduler;
    private readonly PortfolioDatabase database;
    private readonly DeliveryRun run;
    private readonly TimeProvider clock;
    private readonly List<string> faults = [];

    public SimulatedHost(string name, TestHost host, Scheduler scheduler, IPortfolioAdapter platform)
    {
        (Name, this.scheduler, clock) = (name, scheduler, host.Clock);
        var app = new NpgsqlConnectionStringBuilder(host.Connections.App) { Options = "-c synchronous_commit=off", Pooling = true };
        database = new(new(host.Connections.Owner, app.ConnectionString)) { Step = scheduler.Pass };
        var seal = host.Service<DeliverySeal>();
        var places = new PlaceConnections(database, host.Service<PlatformSeal>(), host.Service<PlaceSeal>(), host.Service<PlatformKeys>(), host.Service<OutboundClients>(), clock);
        run = new(database, new Api.Deliveries.Adapters([platform]), places, new(host.Service<SignedRecords>(), seal, clock, NullLogger<DeliveryAttempts>.Instance), seal,
            host.Service<DeliveryLetters>(), host.Service<DeliveryMetrics>(), clock, new Logger(text => faults.Add(text)));
    }

    public string Name { get; }

    public bool Dead { get; set; }

    /// <summary>A round: what is due is taken, and goes on by itself.</summary>
    public void Round(Guid programme, Guid platform, IReadOnlyList<string> carried)
    {
        if (!Dead && !scheduler.Has(this, "round"))
            scheduler.Start(this, "round", async () =>
            {
                foreach (var claim in await DeliveryWorker.Claim(database, programme, platform, carried, 4, clock.GetUtcNow(), CancellationToken.None))
                    scheduler.Start(this, "place", () => run.Work(claim, CancellationToken.None));
            });
    }

    /// <summary>What the database refused: two that wait for each other, say. Nothing of that is meant to be.</summary>
    public IEnumerable<string> Faults => faults.Where(fault => !fault.Contains(nameof(HostDiedException), StringComparison.Ordinal) && !fault.Contains("lease-lost", StringComparison.Ordinal));

    private sealed class Logger(Action<string> write) : ILogger<DeliveryRun>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => write(formatter(state, exception));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

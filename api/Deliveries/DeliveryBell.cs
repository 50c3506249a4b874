using Npgsql;
using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>Rings when the database says that there may be something to deliver, whichever host wrote it; and when a place of this host is free again.</summary>
internal sealed class DeliveryBell : IDisposable
{
    public const string Channel = "portfolio_deliveries";
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already.
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancellation) => rung.WaitAsync(atMost, cancellation);

    /// <summary>Listens until the connection ends. What is written while nobody listens is found by the next round.</summary>
    public async Task Listen(PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancellation);
        connection.Notification += (_, _) => Ring();
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        Ring();
        while (!cancellation.IsCancellationRequested)
            await connection.WaitAsync(cancellation);
    }

    public void Dispose() => rung.Dispose();
}

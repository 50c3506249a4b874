using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>What works before anything is sent.</summary>
internal static partial class ConnectionTrials
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="whose">Whose settings must be there; everybody's when left out.</param>
    public static async Task<TrialList> Of(IPortfolioAdapter adapter, AdapterConnection connection, SettingOwner? whose, ILogger log, CancellationToken cancellation)
    {
        if (OutwardSettings.Missing(adapter.Description, connection.Settings, whose) is { Count: > 0 } missing)
            return new([new("settings", false, $"Set these first: {string.Join(", ", missing)}.")]);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Longest);
        try
        {
            var trials = await adapter.Test(connection, limited.Token);
            return new([.. trials.Select(trial => new TrialBody(trial.Part, trial.Works, trial.Why))]);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new([new("reached", false, "The platform took too long; try again later, or look whether its address is right.")]);
        }
        // An adapter can be anybody's: what it throws is its own, and may hold what must not be shown.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(log, adapter.Description.Name, e.GetType().Name);
            return new([new("reached", null, "The adapter failed at it, so it is not known whether it works; whoever runs this service finds its failure in the log.")]);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The adapter {Adapter} failed at a trial with {Type}")]
        public static partial void Failed(ILogger log, string adapter, string type);
    }
}

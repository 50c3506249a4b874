using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Portfolio.Api.Deliveries;

/// <summary>How many lines of the ledger stand in one state, and since when the oldest of them does.</summary>
/// <param name="State">As the ledger has it: due, sending, unknown, parked, refused.</param>
/// <param name="Lines">How many.</param>
/// <param name="Oldest">Since when the oldest of them waits; null where there is none.</param>
internal sealed record Standing(string State, long Lines, DateTimeOffset? Oldest);

/// <summary>
/// What the ledger shows to whoever runs the service: attempts by adapter and outcome, how soon the first one came, and how much waits and for how long.
/// Nothing in it tells of a programme, a person or a record.
/// </summary>
internal sealed class DeliveryMetrics
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "Portfolio.Deliveries";

    private static readonly ActivitySource Traces = new(Name);
    private static readonly IReadOnlyList<string> Waiting = ["due", "sending", "unknown", "parked", "refused"];

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<Standing>> programmes = new();
    private readonly Counter<long> attempts;
    private readonly Histogram<double> first;
    private readonly TimeProvider clock;

    public DeliveryMetrics(IMeterFactory factory, TimeProvider clock)
    {
        this.clock = clock;
        var meter = factory.Create(Name);
        attempts = meter.CreateCounter<long>("portfolio.deliveries.attempts", "{attempt}", "Attempts by adapter and outcome.");
        first = meter.CreateHistogram("portfolio.deliveries.first_attempt", "s", "From the commit that made a delivery due to its first attempt.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3600] });
        meter.CreateObservableGauge("portfolio.deliveries.lines", Lines, "{line}", "Lines of the ledger by state.");
        meter.CreateObservableGauge("portfolio.deliveries.oldest", Ages, "s", "How long the oldest line of a state waits.");
    }

    /// <summary>One attempt, as a trace; dispose it when it ended. Null where nobody listens.</summary>
    /// <param name="adapter">The adapter's name.</param>
    /// <param name="act">What it does: deliver, replace, withdraw, find.</param>
    public static Activity? Attempting(string adapter, string act) =>
        Traces.StartActivity("delivery " + act, ActivityKind.Client)?.SetTag("portfolio.adapter", adapter).SetTag("portfolio.act", act);

    /// <summary>An attempt ended.</summary>
    /// <param name="adapter">The adapter's name.</param>
    /// <param name="outcome">As the ledger has it: accepted, already-there, not-there, try-later, refused, needs-person, no-answer.</param>
    /// <param name="dueFor">From the commit to this attempt, where it was the delivery's first.</param>
    public void Attempted(string adapter, string outcome, TimeSpan? dueFor = null)
    {
        attempts.Add(1, new("adapter", adapter), new("outcome", outcome));
        Activity.Current?.SetTag("portfolio.outcome", outcome);
        if (dueFor is { } waited)
            first.Record(Math.Max(0, waited.TotalSeconds), new KeyValuePair<string, object?>("adapter", adapter));
    }

    /// <summary>How a programme's ledger stands after a round; it takes the place of what was said of it before.</summary>
    public void Stands(Guid programme, IReadOnlyList<Standing> standings) => programmes[programme] = standings;

    private IEnumerable<Measurement<long>> Lines() =>
        Waiting.Select(state => new Measurement<long>(In(state).Sum(standing => standing.Lines), new KeyValuePair<string, object?>("state", state)));

    private IEnumerable<Measurement<double>> Ages()
    {
        var now = clock.GetUtcNow();
        return Waiting.Select(state => new Measurement<double>(
            In(state).Select(standing => standing.Oldest is { } since && since < now ? (now - since).TotalSeconds : 0).DefaultIfEmpty().Max(), new KeyValuePair<string, object?>("state", state)));
    }

    private IEnumerable<Standing> In(string state) => programmes.Values.SelectMany(standings => standings).Where(standing => standing.State == state);
}

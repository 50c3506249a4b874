using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portfolio.Api.Deliveries;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

public sealed class DeliveryMetricsTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MovableClock clock = new(new DateTimeOffset(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly MeterListener listener = new();
    private readonly List<(string Name, double Value, string Tags)> seen = [];
    private readonly DeliveryMetrics metrics;

    public DeliveryMetricsTests()
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            // Other tests have meters of the same name.
            if (instrument.Meter.Name == DeliveryMetrics.Name && ReferenceEquals(instrument.Meter.Scope, factory))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add((instrument.Name, value, Read(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Add((instrument.Name, value, Read(tags))));
        listener.Start();
        metrics = new(factory, clock);
    }

    public void Dispose()
    {
        listener.Dispose();
        services.Dispose();
    }

    [Fact]
    public void Attempts_are_counted_by_adapter_and_outcome_and_the_first_ones_are_timed()
    {
        metrics.Attempted("xapi", "no-answer", TimeSpan.FromMilliseconds(400));
        metrics.Attempted("xapi", "accepted");
        Assert.Equal(
        [
            ("portfolio.deliveries.attempts", 1, "adapter=xapi outcome=no-answer"), ("portfolio.deliveries.first_attempt", 0.4, "adapter=xapi"),
            ("portfolio.deliveries.attempts", 1, "adapter=xapi outcome=accepted"),
        ], seen);
    }

    [Fact]
    public void What_waits_is_counted_over_all_programmes_and_grows_older_between_rounds()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        metrics.Stands(one, [new("due", 900, clock.GetUtcNow().AddHours(-9))]);
        metrics.Stands(one, [new("due", 3, clock.GetUtcNow().AddMinutes(-1)), new("parked", 1, clock.GetUtcNow().AddDays(-2))]);
        metrics.Stands(other, [new("due", 4, clock.GetUtcNow().AddMinutes(-5)), new("parked", 0, null)]);
        clock.Advance(TimeSpan.FromMinutes(1));
        listener.RecordObservableInstruments();
        Assert.Equal([7, 0, 0, 1, 0], Of("portfolio.deliveries.lines"));
        Assert.Equal([360, 0, 0, 2 * 86400 + 60, 0], Of("portfolio.deliveries.oldest"));
        Assert.Equal(["state=due", "state=sending", "state=unknown", "state=parked", "state=refused"], seen.Take(5).Select(measured => measured.Tags));
    }

    [Fact]
    public void An_attempt_is_a_trace_that_names_nobody()
    {
        using var listening = new ActivityListener { ShouldListenTo = source => source.Name == DeliveryMetrics.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listening);
        using var trace = DeliveryMetrics.Attempting("xapi", "deliver");
        metrics.Attempted("xapi", "accepted");
        Assert.Equal(["portfolio.adapter=xapi", "portfolio.act=deliver", "portfolio.outcome=accepted"], trace!.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    private IEnumerable<double> Of(string name) => seen.Where(measured => measured.Name == name).Select(measured => measured.Value);

    private static string Read(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}

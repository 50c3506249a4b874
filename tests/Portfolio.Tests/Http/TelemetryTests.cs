using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;

namespace Portfolio.Tests.Http;

public sealed class TelemetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_counted_and_traced_arrives_at_a_collector()
    {
        var arrived = new ConcurrentDictionary<string, string>();
        await using var collector = await Collector(arrived);
        using var telemetry = new Telemetry(Options.Create(new TelemetryOptions { Endpoint = collector.Urls.Single() }));
        await telemetry.StartAsync(Cancellation);

        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new DeliveryMetrics(services.GetRequiredService<IMeterFactory>(), TimeProvider.System);
        using (DeliveryMetrics.Attempting("xapi", "deliver"))
            metrics.Attempted("xapi", "accepted", TimeSpan.FromSeconds(0.2));
        await telemetry.StopAsync(Cancellation);

        Assert.Equal(["/v1/metrics application/x-protobuf", "/v1/traces application/x-protobuf"], arrived.Keys.Order());
        var counted = arrived["/v1/metrics application/x-protobuf"];
        Assert.All(["portfolio.deliveries.attempts", "portfolio.deliveries.first_attempt", "portfolio.deliveries.lines", "portfolio.deliveries.oldest"], name => Assert.Contains(name, counted, StringComparison.Ordinal));
        Assert.Contains("delivery deliver", arrived["/v1/traces application/x-protobuf"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("collector:4318")]
    [InlineData("ftp://collector.example.org")]
    [InlineData("http://collector.example.org/?token=x")]
    public void What_is_no_address_of_a_collector_stops_the_start(string endpoint) =>
        Assert.Throws<RefusedException>(() => new TelemetryOptions { Endpoint = endpoint }.Checked());

    private static async Task<WebApplication> Collector(ConcurrentDictionary<string, string> arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{what}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            arrived[$"{http.Request.Path} {http.Request.ContentType}"] = Encoding.Latin1.GetString(body.ToArray());
        });
        await app.StartAsync(Cancellation);
        return app;
    }
}

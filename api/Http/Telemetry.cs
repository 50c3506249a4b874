using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Portfolio.Api.Database;

namespace Portfolio.Api.Http;

/// <summary>Configuration section `Portfolio:Telemetry`: where counts and traces are sent.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>A collector that takes OTLP over HTTP (protobuf), such as `http://127.0.0.1:4318`. With none, nothing is sent.</summary>
    public string? Endpoint { get; set; }

    /// <exception cref="RefusedException">It is no address.</exception>
    public Uri? Checked() => Endpoint is not { Length: > 0 } set ? null
        : Uri.TryCreate(set.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? address
        : throw new RefusedException("Portfolio:Telemetry:Endpoint is no address of a collector: write one such as http://127.0.0.1:4318.");
}

/// <summary>Sends what is counted and traced to a collector for as long as the host runs. Requests are counted by their routes and never traced: an address can hold a token.</summary>
internal sealed class Telemetry(IOptions<TelemetryOptions> options) : IHostedService, IDisposable
{
    private const string Ours = "Portfolio.*";
    private MeterProvider? meters;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Checked() is not { } endpoint)
            return Task.CompletedTask;
        meters = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe)
            .AddMeter(Ours, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel").AddOtlpExporter(otlp => Send(otlp, new(endpoint, "v1/metrics"))).Build();
        traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe)
            .AddSource(Ours).AddOtlpExporter(otlp => Send(otlp, new(endpoint, "v1/traces"))).Build();
        return Task.CompletedTask;
    }

    /// <summary>What was not sent yet is sent now.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, cancellationToken);

    public void Dispose()
    {
        meters?.Dispose();
        traces?.Dispose();
    }

    private static void Describe(ResourceBuilder resource) => resource.AddService("portfolio");

    private static void Send(OtlpExporterOptions otlp, Uri to) => (otlp.Protocol, otlp.Endpoint, otlp.TimeoutMilliseconds) = (OtlpExportProtocol.HttpProtobuf, to, 5000);
}

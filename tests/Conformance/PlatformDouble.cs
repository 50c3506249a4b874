using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

/// <summary>One entry that a person sees at the platform.</summary>
public sealed record Shown(Guid Record, int Version);

/// <summary>A request as it came to the platform.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Path">Without the query.</param>
/// <param name="Query">With its question mark; empty where there is none.</param>
/// <param name="Headers">By name.</param>
/// <param name="Body">All of it.</param>
public sealed record Seen(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>A platform on loopback that behaves as the real one does, and goes wrong on demand. What it is like is a subclass's.</summary>
public abstract class PlatformDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<Seen> requests = new();
    private readonly ConcurrentQueue<(Fault Fault, string? Step)> next = new();
    private (Fault Fault, string? Step, bool Everything)? always;
    private WebApplication app = null!;
    private WebApplication inside = null!;
    private int trapped;

    /// <summary>Where it is: <c>http://127.0.0.1:…/</c>.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>An address inside that nobody should be led to.</summary>
    public Uri Trap { get; private set; } = null!;

    /// <summary>How many were led there.</summary>
    public int Trapped => trapped;

    /// <summary>The platform's own clock.</summary>
    public MovableClock Clock { get; } = new(TestConnection.Starts);

    public IReadOnlyList<Seen> Requests => [.. requests];

    public IReadOnlyList<Seen> Writes => [.. requests.Where(request => StepOf(request) is not null)];

    /// <summary>What the person sees there, every entry by itself.</summary>
    public abstract IReadOnlyList<Shown> Shown { get; }

    /// <summary>The writes that a delivery is made of, in order: faults are played at each of them.</summary>
    public virtual IReadOnlyList<string> Steps => ["write"];

    /// <summary>How often tokens were renewed.</summary>
    public virtual int Refreshes => 0;

    /// <summary>Whether an older version stays to be seen beside the newer one, because nothing there can be taken away.</summary>
    public virtual bool OlderStays => false;

    /// <summary>Whether the protocol takes a status of success for a yes whatever stands in it.</summary>
    public virtual bool AnyAnswerIsYes => false;

    /// <summary>What it gave out that must not be seen anywhere, such as tokens.</summary>
    public virtual IEnumerable<string> Secrets => [];

    /// <summary>How it says what a status says elsewhere, where it has its own way, such as an error inside a 200.</summary>
    public virtual Fault Saying(int status) => Fault.Of(status);

    /// <summary>Puts something else where this record would go, so that the platform itself answers with a conflict. False where it has no such thing.</summary>
    public virtual Task<bool> Occupy(SignedRecord record) => Task.FromResult(false);

    /// <summary>Which of <see cref="Steps"/>, or which other write, a request is; null where it changes nothing that a person sees.</summary>
    public virtual string? StepOf(Seen request) => request.Method is "GET" or "HEAD" ? null : "write";

    protected abstract void Map(IEndpointRouteBuilder routes);

    /// <summary>The next write goes wrong; at this step where one is named.</summary>
    public void Next(Fault fault, string? step = null) => next.Enqueue((fault, step));

    /// <summary>Whether everything that was to go wrong next has.</summary>
    public bool AllPlayed => next.IsEmpty;

    /// <summary>All writes go wrong until <see cref="Clear"/>; those of this step where one is named.</summary>
    public void Always(Fault fault, string? step = null) => always = (fault, step, false);

    /// <summary>All requests go wrong until <see cref="Clear"/>, those too that only read or sign in.</summary>
    public void Everything(Fault fault) => always = (fault, null, true);

    public void Clear()
    {
        always = null;
        next.Clear();
    }

    public async Task Start()
    {
        (app, inside) = (Host(), Host());
        app.Use(Play);
        Map(app);
        inside.Run(http =>
        {
            Interlocked.Increment(ref trapped);
            http.Response.StatusCode = 200;
            return Task.CompletedTask;
        });
        await Task.WhenAll(app.StartAsync(), inside.StartAsync());
        Address = new(app.Urls.Single() + "/");
        Trap = new(inside.Urls.Single() + "/latest/meta-data");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        // Whatever still dribbles is cut, not waited for.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await inside.StopAsync(now.Token);
        await app.DisposeAsync();
        await inside.DisposeAsync();
    }

    private async Task Play(HttpContext http, RequestDelegate real)
    {
        http.Response.Headers.Date = Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        http.Request.EnableBuffering();
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        http.Request.Body.Position = 0;
        var request = new Seen(
            http.Request.Method, http.Request.Path, http.Request.QueryString.Value ?? "",
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
        requests.Enqueue(request);
        if (FaultOf(StepOf(request)) is not { } fault || fault == Fault.None)
            await real(http);
        else
            await fault.Answer(http, fault.Done ? await Done(http, real) : [], this);
    }

    private Fault? FaultOf(string? step)
    {
        if (step is not null && next.TryPeek(out var due) && (due.Step is null || due.Step == step) && next.TryDequeue(out due))
            return due.Fault;
        return always is { } kept && (kept.Everything || (step is not null && (kept.Step is null || kept.Step == step))) ? kept.Fault : null;
    }

    // The platform does it, and its answer is kept back.
    private static async Task<byte[]> Done(HttpContext http, RequestDelegate real)
    {
        var wire = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await real(http);
        await http.Response.BodyWriter.FlushAsync();
        http.Response.Body = wire;
        http.Response.ContentLength = null;
        return answer.ToArray();
    }

    private static WebApplication Host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}

using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Outbound;

/// <summary>
/// What stands between one connection and its platform: a time limit for everything, repeats of what may be repeated, a breaker, a time limit for each try.
/// </summary>
public sealed class ConnectionPipeline : DelegatingHandler
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;
    private readonly long largest;
    private readonly TimeProvider clock;

    /// <param name="patience">How patient.</param>
    /// <param name="clock">The time that waits go by.</param>
    /// <param name="inner">What sends.</param>
    /// <param name="largest">The most bytes of an answer.</param>
    public ConnectionPipeline(Patience patience, TimeProvider clock, HttpMessageHandler inner, long largest) : base(inner)
    {
        ArgumentNullException.ThrowIfNull(patience);
        (this.largest, this.clock) = (largest, clock);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        builder.AddTimeout(TimeSpan.FromSeconds(patience.Total));
        if (patience.Repeats > 0)
            builder.AddRetry(Repeats(patience));
        pipeline = builder.AddCircuitBreaker(Breaker(patience)).AddTimeout(TimeSpan.FromSeconds(patience.Try)).Build();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        var sends = 0;
        try
        {
            // The body is read within the try, so that a slow one is held to its time limit too.
            return await pipeline.ExecuteAsync(async (inside, sent) =>
            {
                sends++;
                return await Whole(await base.SendAsync(sent, inside.CancellationToken).ConfigureAwait(false), inside.CancellationToken).ConfigureAwait(false);
            }, context, request).ConfigureAwait(false);
        }
        catch (BrokenCircuitException e)
        {
            // Its own failures can have brought the rest about: then it was sent, and may have arrived.
            throw sends == 0 ? new NotSentException("resting", e.RetryAfter) : new IOException("No answer, and no further try.", e);
        }
        catch (TimeoutRejectedException e)
        {
            throw new TimeoutException("No answer in time.", e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<HttpResponseMessage> Whole(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(largest, cancellation).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private RetryStrategyOptions<HttpResponseMessage> Repeats(Patience patience) => new()
    {
        MaxRetryAttempts = patience.Repeats,
        Delay = TimeSpan.FromSeconds(patience.Pause),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = tried => ValueTask.FromResult(
            // A longer wait is the ledger's: it outlives this host.
            MayRepeat(tried.Context) && Failed(tried.Outcome) && (After(tried.Outcome) ?? TimeSpan.Zero) <= LongestPause),
        DelayGenerator = tried => ValueTask.FromResult(After(tried.Outcome)),
        OnRetry = tried =>
        {
            tried.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(Patience patience) => new()
    {
        FailureRatio = 1,
        MinimumThroughput = patience.FailuresBeforeRest,
        SamplingDuration = TimeSpan.FromMinutes(10),
        BreakDuration = TimeSpan.FromSeconds(patience.Rest),
        ShouldHandle = tried => ValueTask.FromResult(Failed(tried.Outcome)),
    };

    // Whoever knows the platform says what may be repeated; what only reads always may.
    private static bool MayRepeat(ResilienceContext context) =>
        context.Properties.TryGetValue(Request, out var request)
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || (request.Options.TryGetValue(AdapterRequests.MayRepeat, out var may) && may));

    private static bool Failed(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        // It would be as large the next time.
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Exception: { } e } => e is HttpRequestException or TimeoutRejectedException or IOException,
        { Result: { } answer } => answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError,
        _ => false,
    };

    // A date is read by the platform's own clock, where it tells the time.
    private TimeSpan? After(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { Headers: { RetryAfter: { } after } headers } ? after.Delta ?? after.Date - (headers.Date ?? clock.GetUtcNow()) : null;
}

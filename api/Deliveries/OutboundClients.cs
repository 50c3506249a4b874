using System.Collections.Concurrent;
using Portfolio.Adapters.Outbound;

namespace Portfolio.Api.Deliveries;

/// <summary>
/// The clients that adapters ask through: sockets are shared by the whole process, patience and breaker belong to one place, so that what one trainee's token brings about
/// does not hold up another's.
/// </summary>
/// <param name="sends">What sends, guarded; not disposed here.</param>
/// <param name="patience">How patient.</param>
/// <param name="clock">The time that waits go by.</param>
/// <param name="largest">The most bytes of an answer.</param>
internal sealed class OutboundClients(HttpMessageHandler sends, Patience patience, TimeProvider clock, long largest)
{
    // Longer than a breaker looks back.
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15), Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Kept> kept = new();
    private DateTimeOffset swept = clock.GetUtcNow();

    private sealed class Kept(HttpClient http)
    {
        public HttpClient Http => http;

        public DateTimeOffset Used { get; set; }
    }

    public int Count => kept.Count;

    public HttpClient Of(Guid place)
    {
        var now = clock.GetUtcNow();
        if (now - swept > Between)
            Sweep(now);
        var found = kept.GetOrAdd(place, _ => new(Make()));
        found.Used = now;
        return found.Http;
    }

    // Whoever still holds one goes on with it: there is nothing of its own to dispose.
    private void Sweep(DateTimeOffset now)
    {
        swept = now;
        foreach (var (place, one) in kept)
            if (now - one.Used > Idle)
                kept.TryRemove(new(place, one));
    }

    private HttpClient Make() => new(new ConnectionPipeline(patience, clock, sends, largest), disposeHandler: false)
    {
        Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = largest,
    };
}

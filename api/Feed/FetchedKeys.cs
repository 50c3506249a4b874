using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

using Portfolio.Api.Deliveries;

namespace Portfolio.Api.Feed;

/// <summary>Keys that platforms publish, fetched when one is needed and kept for a while. What is kept is this host's own.</summary>
internal sealed partial class FetchedKeys(HttpClient client, TimeProvider clock, ILogger<FetchedKeys> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    // A key that was taken away is gone after that, even where the platform's site is down.
    private static readonly TimeSpan Usable = TimeSpan.FromHours(1);

    /// <summary>Not oftener than this, whatever kid is asked for: anybody can make one up.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Published> published = new(StringComparer.Ordinal);

    private sealed class Published
    {
        public SemaphoreSlim Turn { get; } = new(1);
        public IReadOnlyList<JsonWebKey> Keys { get; set; } = [];
        public DateTimeOffset? Asked { get; set; }
        public DateTimeOffset? Got { get; set; }
    }

    public async Task<IReadOnlyList<JsonWebKey>> Find(string url, string kid, CancellationToken cancellation)
    {
        var of = published.GetOrAdd(url, _ => new());
        await of.Turn.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            var known = now - of.Got < Fresh && of.Keys.Any(key => key.Kid == kid);
            if (!known && !(now - of.Asked < Pause))
                await Fetch(of, url, now);
            return now - of.Got < Usable ? of.Keys : [];
        }
        finally
        {
            of.Turn.Release();
        }
    }

    // Not with the request's own token: whoever hangs up would leave the next one without keys.
    private async Task Fetch(Published of, string url, DateTimeOffset now)
    {
        of.Asked = now;
        try
        {
            (of.Keys, of.Got) = (KeySet.Usable(await client.GetStringAsync(new Uri(url), CancellationToken.None)), now);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            Log.NotFetched(log, new Uri(url).Host, e.InnerException?.GetType().Name ?? e.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The keys of a platform could not be fetched from {Host}: {Reason}")]
        public static partial void NotFetched(ILogger log, string host, string reason);
    }
}

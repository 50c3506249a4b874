using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Portfolio.Api.Audit;

/// <summary>
/// What was read, on its way into the audit. An answer leaves only when its entry stands here; when the queue is full the request waits. What a killed host can
/// lose is what stands here: at most <see cref="Capacity"/> entries and the batch being written, none older than <see cref="Longest"/> and the time that writing
/// takes; and how often refusals were repeated in the running minute. A change is never among them: it is written in its own transaction.
/// </summary>
internal sealed class AuditQueue(TimeProvider clock)
{
    public const int Capacity = 1024;
    public const int MostInBatch = 500;
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    private readonly Channel<Noted> channel = Channel.CreateBounded<Noted>(new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <exception cref="ChannelClosedException">The host is stopping and writes no more: then nothing is answered either.</exception>
    public ValueTask Post(Noted noted, CancellationToken cancellation) => channel.Writer.WriteAsync(noted, cancellation);

    /// <summary>Nothing more comes in; what is here is still handed out.</summary>
    public void Close() => channel.Writer.TryComplete();

    /// <summary>What came in, in order: each batch ends 250 ms after its first entry at the latest. Now and then an empty one, so that its reader can look around.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Noted>> Batches([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var open = true; open;)
        {
            var batch = new List<Noted>();
            open = await Fill(batch, 1, Round, cancellation) && await Fill(batch, MostInBatch, Longest, cancellation);
            yield return batch;
        }
    }

    private async Task<bool> Fill(List<Noted> batch, int most, TimeSpan patience, CancellationToken cancellation)
    {
        if (batch.Count == 0 && most > 1)
            return true;
        using var late = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            while (batch.Count < most)
            {
                if (channel.Reader.TryRead(out var noted))
                    batch.Add(noted);
                else if (!await channel.Reader.WaitToReadAsync(either.Token))
                    return false;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Late: what there is goes out.
        }
        return true;
    }
}

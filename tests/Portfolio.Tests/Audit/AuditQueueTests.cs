using System.Diagnostics;
using System.Threading.Channels;
using Portfolio.Api.Audit;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Audit;

/// <summary>Bounded and never lossy: who finds it full waits, and what is in it comes out.</summary>
public sealed class AuditQueueTests
{
    private static readonly Noted Any = new(Guid.Empty, AuditKind.Read, "ReadPerson", new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_queue_makes_the_next_wait_until_there_is_room()
    {
        var queue = new AuditQueue(new MovableClock(Any.At));
        for (var at = 0; at < AuditQueue.Capacity; at++)
            await queue.Post(Any, Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        var waits = queue.Post(Any, Cancellation).AsTask();
        await Task.Delay(100, Cancellation);
        Assert.False(waits.IsCompleted);

        await using var batches = queue.Batches(Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await batches.MoveNextAsync());
        Assert.Equal(AuditQueue.MostInBatch, batches.Current.Count);
        await waits.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }

    [Fact]
    public async Task A_batch_ends_a_quarter_of_a_second_after_its_first_though_more_keep_coming()
    {
        var queue = new AuditQueue(new MovableClock(Any.At));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var coming = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await queue.Post(Any, Cancellation);
                await Task.Delay(20, Cancellation);
            }
        }, Cancellation);
        await using var batches = queue.Batches(Cancellation).GetAsyncEnumerator(Cancellation);
        var watch = Stopwatch.StartNew();
        for (var at = 0; at < 4; at++)
        {
            Assert.True(await batches.MoveNextAsync());
            Assert.InRange(batches.Current.Count, 1, 20);
        }
        // Four of at most 250 ms, and what a busy machine adds.
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(4));
        await enough.CancelAsync();
        await coming;
    }

    [Fact]
    public async Task What_is_in_a_closed_queue_comes_handedand_nothing_more_goes_in()
    {
        var queue = new AuditQueue(new MovableClock(Any.At));
        for (var at = 0; at < 700; at++)
            await queue.Post(Any, Cancellation);
        queue.Close();
        await Assert.ThrowsAsync<ChannelClosedException>(() => queue.Post(Any, Cancellation).AsTask());
        var handed = 0;
        await foreach (var batch in queue.Batches(Cancellation))
            handed += batch.Count;
        Assert.Equal(700, handed);
    }
}

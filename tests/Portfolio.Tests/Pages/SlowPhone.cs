using System.Text.Json;
using Microsoft.Playwright;

namespace Portfolio.Tests.Pages;

/// <summary>A phone with a quarter of this machine's speed on a slow mobile network, as Lighthouse has it: 150 ms there and back, 1.6 Mbit/s down, 0.75 Mbit/s up.</summary>
internal sealed class SlowPhone : IAsyncDisposable
{
    private readonly ICDPSession session;
    private long bytes;
    private int requests;

    private SlowPhone(ICDPSession session) => this.session = session;

    /// <summary>As they went over the network, with their headers; nothing that came from the browser's own store.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public int Requests => requests;

    public static async Task<SlowPhone> Of(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var made = new SlowPhone(session);
        var asked = session.Event("Network.loadingFinished");
        asked.OnEvent += (_, said) =>
        {
            if (said is not { } told || told.GetProperty("encodedDataLength").GetDouble() is not (> 0 and var length))
                return;
            Interlocked.Add(ref made.bytes, (long)length);
            Interlocked.Increment(ref made.requests);
        };
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_600_000 / 8, ["uploadThroughput"] = 750_000 / 8,
        });
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        return made;
    }

    public async ValueTask DisposeAsync() => await session.DetachAsync();
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portfolio.Tests.Pages;

/// <summary>Stands between a browser and the host and counts what goes over the wire, whichever part of the browser asks: pages, scripts, and workers, of which a page's own tools tell nothing.</summary>
internal sealed class CountingRelay : IAsyncDisposable
{
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes("HTTP/1.1 ");
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int host;
    private long bytes;
    private int requests;

    public CountingRelay(Uri host)
    {
        this.host = host.Port;
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        _ = Listen();
    }

    public Uri Address { get; }

    /// <summary>What came to the browser, with its headers.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public int Requests => requests;

    public void Restart() => (bytes, requests) = (0, 0);

    private async Task Listen()
    {
        while (!stop.IsCancellationRequested)
            _ = Relay(await listener.AcceptTcpClientAsync(stop.Token));
    }

    private async Task Relay(TcpClient browser)
    {
        using (browser)
        using (var there = new TcpClient())
        {
            await there.ConnectAsync(IPAddress.Loopback, host, stop.Token);
            await Task.WhenAny(Copy(browser.GetStream(), there.GetStream(), counts: false), Copy(there.GetStream(), browser.GetStream(), counts: true));
        }
    }

    private async Task Copy(NetworkStream from, NetworkStream to, bool counts)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, stop.Token) is > 0 and var read)
            {
                if (counts)
                {
                    Interlocked.Add(ref bytes, read);
                    // The host writes the beginning of each answer at once.
                    if (buffer.AsSpan(0, read).StartsWith(Answer))
                        Interlocked.Increment(ref requests);
                }
                await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
            }
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Browsers end connections as they like.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        stop.Dispose();
    }
}

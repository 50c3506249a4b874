using System.Net.Sockets;
using System.Text;

namespace Portfolio.Tests.Http;

/// <summary>HTTP as bytes, for what no client would send.</summary>
internal static class Wire
{
    /// <summary>Everything that came until the connection was closed.</summary>
    public static async Task<string> Answer(Uri host, string request)
    {
        using var socket = await Open(host);
        await Send(socket, request);
        return await ReadToEnd(socket);
    }

    public static async Task<Socket> Open(Uri host)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(host.Host, host.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    public static async Task Send(Socket socket, string text) => await socket.SendAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);

    public static async Task<string> ReadToEnd(Socket socket)
    {
        var (all, buffer) = (new StringBuilder(), new byte[8192]);
        try
        {
            while (await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
                all.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (SocketException)
        {
            // Closed without ceremony.
        }
        return all.ToString();
    }
}

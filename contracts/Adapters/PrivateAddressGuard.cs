using System.Net;
using System.Net.Sockets;

namespace Portfolio.Contracts.Adapters;

/// <summary>What a guarded client may reach besides public addresses, and how patient it is.</summary>
/// <param name="Loopback">This computer too, and there by plain http: for tests.</param>
/// <param name="PrivateNetworks">The organisation's own network too (RFC 1918, RFC 4193, RFC 6598), as where its identity provider stands inside.</param>
public sealed record GuardSettings(bool Loopback = false, bool PrivateNetworks = false)
{
    /// <summary>The most bytes of an answer: 1 MiB. A larger one is an <see cref="HttpRequestException"/>.</summary>
    public int LargestAnswer { get; init; } = 1 << 20;

    /// <summary>For a whole request, its answer included: 10 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many redirects of a GET are followed, each judged anew: 3. With 0 a redirect is the answer.</summary>
    public int MostRedirects { get; init; } = 3;
}

/// <summary>An address that was not connected to, because it is not out in the world.</summary>
/// <param name="host">The name or address in the URL.</param>
public sealed class PrivateAddressException(string host) : IOException($"{host} leads to an address that is not public.");

/// <summary>
/// HTTP to addresses that somebody else chose: https to public addresses only. The address is judged when it is connected to, after the
/// name was resolved, and the connection goes to the very address that was judged; so a name that resolves differently the next time, or a
/// redirect, leads nowhere else.
/// </summary>
public static class PrivateAddressGuard
{
    /// <summary>A client that refuses everything else with an <see cref="HttpRequestException"/>, whose cause is a <see cref="PrivateAddressException"/> where the address was it.</summary>
    /// <param name="settings">What it may reach; public addresses alone when left out.</param>
    /// <param name="resolve">How a name becomes addresses; the machine's own way when left out.</param>
    public static HttpClient Client(GuardSettings? settings = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var guard = settings ?? new();
        return new HttpClient(Handler(guard, resolve)) { Timeout = guard.Patience, MaxResponseContentBufferSize = guard.LargestAnswer };
    }

    /// <summary>The same without a client's limits of time and size, for a pipeline that has its own.</summary>
    /// <param name="settings">What it may reach; public addresses alone when left out.</param>
    /// <param name="resolve">How a name becomes addresses; the machine's own way when left out.</param>
    public static HttpMessageHandler Handler(GuardSettings? settings = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var guard = settings ?? new();
        return new HttpsOnly(guard, Connecting(guard, resolve ?? Dns.GetHostAddressesAsync));
    }

    /// <summary>Whether a client with these settings would connect to this address.</summary>
    /// <param name="address">An address of either version; mapped and translated ones are judged by what they stand for.</param>
    /// <param name="settings">What it may reach; public addresses alone when left out.</param>
    public static bool Allows(IPAddress address, GuardSettings? settings = null) =>
        PublicAddresses.IsPublic(address)
        || (settings is { Loopback: true } && PublicAddresses.IsLoopback(address))
        || (settings is { PrivateNetworks: true } && PublicAddresses.IsPrivate(address));

    /// <summary>Whether a URL is one to ask at all: https, without a user in it; plain http on this computer where that is allowed.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="settings">What may be reached; public addresses alone when left out.</param>
    public static bool Allows(Uri url, GuardSettings? settings = null) =>
        url is { IsAbsoluteUri: true, UserInfo: "" }
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && settings is { Loopback: true }));

    private static SocketsHttpHandler Connecting(GuardSettings settings, Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new()
    {
        // A proxy would do the connecting, unguarded.
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        MaxResponseHeadersLength = 16,
        ConnectTimeout = settings.Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = async (connecting, cancellation) =>
        {
            var (host, port) = (connecting.DnsEndPoint.Host, connecting.DnsEndPoint.Port);
            IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation).ConfigureAwait(false);
            // One private address among public ones is somebody's trick, not somebody's server.
            if (addresses.Length == 0 || !addresses.All(address => Allows(address, settings)))
                throw new PrivateAddressException(host);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses, port, cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Judges each URL of a chain of redirects before it is asked; what comes back from the last is the answer.</summary>
    private sealed class HttpsOnly(GuardSettings settings, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var redirects = 0; ; redirects++)
            {
                if (request.RequestUri is not { } url || !Allows(url, settings))
                    throw new HttpRequestException("Only https is asked, and no URL with a user in it.");
                var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                // What was asked by another method than GET is not asked again elsewhere: the answer is the redirect itself.
                if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } next || request.Method != HttpMethod.Get
                    || settings.MostRedirects == 0)
                    return answer;
                answer.Dispose();
                if (redirects == settings.MostRedirects)
                    throw new HttpRequestException($"More than {settings.MostRedirects} redirects.");
                var elsewhere = new Uri(url, next);
                // A secret meant for one host is not shown to another.
                if (elsewhere.Authority != url.Authority)
                    request.Headers.Authorization = null;
                request.RequestUri = elsewhere;
            }
        }
    }
}

using System.Buffers;
using System.Net;

namespace Portfolio.Api.Deliveries;

/// <summary>A platform as it is kept.</summary>
/// <param name="RedirectUris">Where it may have trainees sent back to, one a line.</param>
/// <param name="Keys">Its public keys, where they were handed in.</param>
/// <param name="KeysUrl">Where they are fetched from.</param>
/// <param name="Waits">Whether it registered itself and nobody has let it in yet.</param>
/// <param name="Scope">What it may ask for at most, where it registered itself.</param>
internal sealed record Platform(
    Guid Id, string Name, string RedirectUris, string? Keys, string? KeysUrl, DateTimeOffset? PausedAt, DateTimeOffset? EndedAt, bool Waits, string? Scope)
{
    private const int LongestUri = 2000;

    private static readonly SearchValues<char> NeverInUri = SearchValues.Create("\\<>\"^`{|}#");

    public string State => EndedAt is not null ? "ended" : Waits ? "waiting" : PausedAt is not null ? "paused" : "live";

    public bool IsLive => State == "live";

    public string[] Redirects => RedirectUris.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether trainees may be sent back there: a code in plain http is anybody's on the way, except on the trainee's own computer.</summary>
    public static bool MayRedirectTo(string uri, bool demonstration) =>
        uri.Length <= LongestUri && !uri.AsSpan().ContainsAnyExceptInRange('!', '~') && !uri.AsSpan().ContainsAny(NeverInUri)
        && Uri.TryCreate(uri, UriKind.Absolute, out var read) && read is { UserInfo: "", Host: not "" }
        && (read.Scheme == Uri.UriSchemeHttps || (demonstration && read.Scheme == Uri.UriSchemeHttp && IsThisComputer(read)));

    private static bool IsThisComputer(Uri uri) => uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
}

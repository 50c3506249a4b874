using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Api.Deliveries;

/// <summary>A platform's client id, which names its programme, and its secret, of which a hash is kept.</summary>
internal static class PlatformSecret
{
    // What an unknown client is compared with, so that it costs what a known one does.
    private static readonly byte[] NobodysHash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    public static string Make() => "ps_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether it is one of those that hold; at most two do.</summary>
    public static bool Matches(string secret, IReadOnlyList<byte[]> hashes)
    {
        var hash = Hash(secret);
        var (first, second) = (hashes.ElementAtOrDefault(0) ?? NobodysHash, hashes.ElementAtOrDefault(1) ?? NobodysHash);
        return CryptographicOperations.FixedTimeEquals(hash, first) | CryptographicOperations.FixedTimeEquals(hash, second);
    }

    public static string ClientId(Guid programme, Guid platform) => $"{programme:N}.{platform:N}";

    public static bool TryReadClientId(string text, out Guid programme, out Guid platform)
    {
        (programme, platform) = (Guid.Empty, Guid.Empty);
        return text.Length == 65 && text[32] == '.'
            && Guid.TryParseExact(text.AsSpan(0, 32), "N", out programme) && Guid.TryParseExact(text.AsSpan(33), "N", out platform);
    }
}

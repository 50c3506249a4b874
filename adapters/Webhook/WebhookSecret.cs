using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Adapters.Webhook;

/// <summary>A secret that both sides know: <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
internal sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    /// <summary>Null where it is not one.</summary>
    public static WebhookSecret? Read(string? text)
    {
        var bytes = new byte[64];
        return text?.Trim() is { } given && given.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(given[Prefix.Length..], bytes, out var length) && length is >= 24 and <= 64 ? new(bytes[..length]) : null;
    }

    /// <summary>One signature of the header: HMAC-SHA256 over id, time and body.</summary>
    public string Sign(string id, long at, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at}.")), .. body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}

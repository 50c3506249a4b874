using System.Buffers.Text;
using System.Security.Cryptography;

namespace Portfolio.Api.Access;

/// <summary>What a link or a browser holds and the database knows by its hash alone: the programme, then 32 random bytes.</summary>
internal sealed record LinkSecret(Guid Programme, string Text, byte[] Hash)
{
    private const int Length = 48;

    public static LinkSecret Make(Guid programme)
    {
        byte[] bytes = [.. programme.ToByteArray(bigEndian: true), .. RandomNumberGenerator.GetBytes(32)];
        return new(programme, Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    public static LinkSecret? Read(string? text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        return text is { Length: 64 } && Base64Url.TryDecodeFromChars(text, bytes, out var length) && length == Length
            ? new(new Guid(bytes[..16], bigEndian: true), text, SHA256.HashData(bytes))
            : null;
    }

    /// <summary>The hash of a short code that goes with this secret: without the secret, trying every code against it is of no use.</summary>
    public byte[] With(string code) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Text} {code}"));
}

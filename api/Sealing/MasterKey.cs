using System.Security.Cryptography;
using System.Text;

namespace Portfolio.Api.Sealing;

/// <summary>Wraps every other key. It is in the environment or in a file of its own, never in the data folder.</summary>
internal sealed class MasterKey
{
    private readonly byte[] key;
    private readonly byte[] wrapping;

    public MasterKey(byte[] key)
    {
        if (key.Length != 32)
            throw new ArgumentException("The master key is 32 bytes, written in base64.");
        this.key = key;
        wrapping = Derive("wrap");
    }

    /// <param name="what">Told apart from whatever else is wrapped about the same thing.</param>
    public byte[] Wrap(ReadOnlySpan<byte> plain, Guid programme, Guid about, string what = "") => Sealed.Close(wrapping, plain, Place(programme, about, what));

    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, Guid programme, Guid about, string what = "") => Sealed.Open(wrapping, wrapped, Place(programme, about, what));

    /// <summary>Finds by equality without keeping the value: the same address in two programmes has two hashes.</summary>
    public byte[] LookUp(Guid programme, string field, string value) =>
        HMACSHA256.HashData(Derive($"look-up {programme:D} {field}"), Encoding.UTF8.GetBytes(value.Trim().ToUpperInvariant()));

    /// <summary>Shows later that a line of a list kept outside the database was written by whoever held this key.</summary>
    public byte[] Mark(string list, ReadOnlySpan<byte> line) => HMACSHA256.HashData(Derive($"list {list}"), line);

    /// <summary>A code over these bytes that nobody without the key can compute.</summary>
    public byte[] Authenticate(Guid programme, string purpose, ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(Derive($"authenticate {programme:D} {purpose}"), bytes);

    private byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes("portfolio " + purpose));

    private static byte[] Place(Guid programme, Guid about, string what) =>
        [.. programme.ToByteArray(bigEndian: true), .. about.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(what)];
}

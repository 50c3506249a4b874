using System.IO.Compression;

namespace Portfolio.Contracts.Records;

/// <summary>A W3C Bitstring Status List 1.0: one bit for each version of a record; a set bit means withdrawn or superseded.</summary>
/// <remarks>Not safe for several threads while bits are being set.</remarks>
public sealed class BitstringStatusList
{
    /// <summary>The least number of bits a list may have, 16 kB, so that one bit hides among many.</summary>
    public const int MinLength = 131_072;

    /// <summary>The most bits that are read or made: 2 MB unpacked. More is taken for a decompression bomb.</summary>
    public const int MaxLength = 128 * MinLength;

    private const string Bounds = "A status list has from 131,072 to 16,777,216 bits, in whole bytes.";
    private readonly byte[] bytes;

    /// <summary>A list with no bit set.</summary>
    /// <param name="length">The number of bits: a multiple of 8, from <see cref="MinLength"/> to <see cref="MaxLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is outside those bounds.</exception>
    public BitstringStatusList(int length = MinLength)
    {
        if (!IsLength(length))
            throw new ArgumentOutOfRangeException(nameof(length), length, Bounds);
        bytes = new byte[length / 8];
    }

    private BitstringStatusList(byte[] bytes) => this.bytes = bytes;

    /// <summary>The number of bits.</summary>
    public int Length => bytes.Length * 8;

    /// <summary>One bit; index 0 is the left-most, the most significant of the first byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the list.</exception>
    public bool this[int index]
    {
        get => (bytes[Byte(index)] & Mask(index)) != 0;
        set
        {
            ref var place = ref bytes[Byte(index)];
            place = (byte)(value ? place | Mask(index) : place & ~Mask(index));
        }
    }

    /// <summary>The value of <c>encodedList</c>: GZIP, then base64url without padding, after the multibase letter <c>u</c>.</summary>
    public string Encode()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return Multibase.EncodeBase64Url(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Reads an <c>encodedList</c>.</summary>
    /// <param name="encodedList">The text, with its multibase letter.</param>
    /// <exception cref="FormatException">
    /// It is not base64url after <c>u</c>, not GZIP, or unpacks to fewer or more bits than a list may have.
    /// </exception>
    public static BitstringStatusList Decode(string encodedList)
    {
        if (encodedList is not ['u', ..] || !Multibase.TryDecode(encodedList, out var packed))
            throw new FormatException("A status list is base64url without padding, after the letter u.");
        try
        {
            return new(Unpack(packed));
        }
        catch (InvalidDataException refused)
        {
            throw new FormatException("A status list is packed with GZIP.", refused);
        }
    }

    // Room grows only as it fills, and one byte more than allowed is enough to see that there is more, however much it may be.
    private static byte[] Unpack(byte[] packed)
    {
        const int most = MaxLength / 8 + 1;
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var room = new byte[MinLength / 8 + 1];
        var length = gzip.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        while (length == room.Length && length < most)
        {
            Array.Resize(ref room, Math.Min(2 * length, most));
            length += gzip.ReadAtLeast(room.AsSpan(length), room.Length - length, throwOnEndOfStream: false);
        }

        return IsLength(length * 8L) ? room[..length] : throw new FormatException(Bounds);
    }

    private static bool IsLength(long bits) => bits is >= MinLength and <= MaxLength && bits % 8 == 0;

    private static int Mask(int index) => 0x80 >> (index % 8);

    private int Byte(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        return index / 8;
    }
}

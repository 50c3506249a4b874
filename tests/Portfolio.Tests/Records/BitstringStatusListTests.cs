using System.IO.Compression;
using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public class BitstringStatusListTests
{
    [Fact]
    public void Index_nought_is_the_left_most_bit()
    {
        var list = new BitstringStatusList { [0] = true, [9] = true, [BitstringStatusList.MinLength - 1] = true };
        var bytes = Unpack(list.Encode());
        Assert.Equal(16 * 1024, bytes.Length);
        Assert.Equal(0b1000_0000, bytes[0]);
        Assert.Equal(0b0100_0000, bytes[1]);
        Assert.Equal(0b0000_0001, bytes[^1]);
        Assert.All(bytes[2..^1], b => Assert.Equal(0, b));
    }

    [Fact]
    public void What_is_encoded_is_decoded_with_the_same_bits()
    {
        var random = new Random(7);
        var list = new BitstringStatusList(2 * BitstringStatusList.MinLength);
        var set = Enumerable.Range(0, 1_000).Select(_ => random.Next(list.Length)).ToHashSet();
        foreach (var index in set)
            list[index] = true;
        var back = BitstringStatusList.Decode(list.Encode());
        Assert.Equal(list.Length, back.Length);
        Assert.Equal(set.Order(), Enumerable.Range(0, back.Length).Where(index => back[index]));
    }

    [Fact]
    public void A_bit_can_be_cleared_without_its_neighbours()
    {
        var list = new BitstringStatusList { [6] = true, [7] = true, [8] = true };
        list[7] = false;
        Assert.Equal([6, 8], Enumerable.Range(0, 16).Where(index => list[index]));
    }

    // The list of an example in W3C Bitstring Status List 1.0: 16 kB of noughts.
    [Fact]
    public void A_list_that_others_packed_is_read()
    {
        var list = BitstringStatusList.Decode("uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA");
        Assert.Equal(BitstringStatusList.MinLength, list.Length);
        Assert.DoesNotContain(true, Enumerable.Range(0, list.Length).Select(index => list[index]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(BitstringStatusList.MinLength)]
    [InlineData(int.MaxValue)]
    public void An_index_outside_the_list_is_refused(int index)
    {
        var list = new BitstringStatusList();
        Assert.Throws<ArgumentOutOfRangeException>(() => list[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[index] = true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(BitstringStatusList.MinLength - 8)]
    [InlineData(BitstringStatusList.MinLength + 1)]
    [InlineData(BitstringStatusList.MaxLength + 8)]
    public void A_list_too_short_too_long_or_broken_in_a_byte_is_not_made(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BitstringStatusList(length));

    [Theory]
    [InlineData(0)]
    [InlineData(BitstringStatusList.MinLength / 8 - 1)]
    [InlineData(BitstringStatusList.MaxLength / 8 + 1)]
    [InlineData(200 * 1024 * 1024)]
    public void A_list_that_unpacks_to_too_little_or_too_much_is_refused(int bytes)
    {
        var bomb = Pack(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<FormatException>(() => BitstringStatusList.Decode(bomb));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 * 1024 * 1024);
    }

    [Fact]
    public void The_longest_list_is_read()
    {
        var list = BitstringStatusList.Decode(Pack(BitstringStatusList.MaxLength / 8));
        Assert.Equal(BitstringStatusList.MaxLength, list.Length);
    }

    [Fact]
    public void A_text_that_is_no_packed_list_is_refused()
    {
        var good = new BitstringStatusList().Encode();
        var damaged = Unpacked(good);
        damaged[^6] ^= 1;
        string[] texts =
        [
            "", "u", good[1..], "z" + good[1..], good + "=", good + "\n", "uAAAA", good[..40],
            Multibase.EncodeBase64Url(damaged), Multibase.EncodeBase64Url(Encoding.ASCII.GetBytes("not packed at all")),
        ];
        foreach (var text in texts)
            Assert.Throws<FormatException>(() => BitstringStatusList.Decode(text));
    }

    private static byte[] Unpacked(string encoded) => Multibase.TryDecode(encoded, out var packed) ? packed : throw new FormatException();

    private static byte[] Unpack(string encoded)
    {
        using var gzip = new GZipStream(new MemoryStream(Unpacked(encoded)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Pack(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var part = new byte[64 * 1024];
            for (var left = length; left > 0; left -= part.Length)
                gzip.Write(part, 0, Math.Min(part.Length, left));
        }

        return Multibase.EncodeBase64Url(packed.ToArray());
    }
}

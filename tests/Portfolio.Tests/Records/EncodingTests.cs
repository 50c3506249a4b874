using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public class EncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "Zg")]
    [InlineData("fo", "Zm8")]
    [InlineData("foo", "Zm9v")]
    [InlineData("foobar", "Zm9vYmFy")]
    public void The_vectors_of_RFC_4648_go_both_ways(string plain, string encoded)
    {
        Assert.Equal(encoded, Base64Url.Encode(Encoding.ASCII.GetBytes(plain)));
        Assert.True(Base64Url.TryDecode(encoded, out var bytes));
        Assert.Equal(plain, Encoding.ASCII.GetString(bytes));
    }

    [Theory]
    [InlineData("Zg==")]
    [InlineData("Zh")]
    [InlineData("Zm9")]
    [InlineData("Z")]
    [InlineData("Zm9v Zg")]
    [InlineData("Zm9v\n")]
    [InlineData("+/8")]
    [InlineData("Zm9vé")]
    public void Only_the_canonical_spelling_is_read(string text) => Assert.False(Base64Url.TryDecode(text, out _));

    [Fact]
    public void Every_two_byte_value_has_exactly_one_spelling()
    {
        var accepted = 0;
        for (var n = 0; n < 64 * 64 * 64; n++)
        {
            const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            string text = new([letters[n >> 12], letters[(n >> 6) & 63], letters[n & 63]]);
            if (Base64Url.TryDecode(text, out var bytes))
            {
                accepted++;
                Assert.Equal(text, Base64Url.Encode(bytes));
            }
        }

        Assert.Equal(65_536, accepted);
    }

    [Theory]
    [InlineData("Hello World!", "z2NEpo7TZRRrLZSi2U")]
    [InlineData("The quick brown fox jumps over the lazy dog.", "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z")]
    [InlineData("\0\0\x28\x7f\xb4\xcd", "z11233QC4")]
    [InlineData("", "z")]
    public void Base58_is_what_its_draft_says(string plain, string encoded)
    {
        var bytes = Encoding.Latin1.GetBytes(plain);
        Assert.Equal(encoded, Multibase.EncodeBase58(bytes));
        Assert.True(Multibase.TryDecode(encoded, out var back));
        Assert.Equal(bytes, back);
    }

    [Theory]
    [InlineData("")]
    [InlineData("f00")]
    [InlineData("z0")]
    [InlineData("zI")]
    [InlineData("uZg==")]
    [InlineData(null)]
    public void An_unknown_alphabet_or_letter_is_refused(string? text) => Assert.False(Multibase.TryDecode(text, out _));

    [Fact]
    public void A_text_too_long_for_any_key_or_signature_is_refused() =>
        Assert.False(Multibase.TryDecode("z" + new string('z', Base58.MaxLength + 1), out _));

    [Fact]
    public void Random_bytes_of_every_length_go_round_in_both_alphabets()
    {
        var random = new Random(58);
        for (var length = 0; length <= 80; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            bytes.AsSpan(0, random.Next(length / 4 + 1)).Clear();
            Assert.True(Multibase.TryDecode(Multibase.EncodeBase58(bytes), out var fromBase58));
            Assert.True(Multibase.TryDecode(Multibase.EncodeBase64Url(bytes), out var fromBase64));
            Assert.Equal(bytes, fromBase58);
            Assert.Equal(bytes, fromBase64);
        }
    }

    // The key pair of the test vectors in W3C "Data Integrity EdDSA Cryptosuites v1.0".
    private const string PublishedKey = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    [Fact]
    public void A_published_key_is_read_and_written_alike()
    {
        Assert.True(DidKey.TryReadVerificationMethod($"did:key:{PublishedKey}#{PublishedKey}", out var key));
        Assert.Equal(PublishedKey, DidKey.Multikey(key));
        Assert.Equal($"did:key:{PublishedKey}", DidKey.Did(key));
        Assert.Equal($"did:key:{PublishedKey}#{PublishedKey}", DidKey.VerificationMethod(key));
    }

    [Theory]
    [InlineData("did:key:" + PublishedKey)]
    [InlineData("did:key:" + PublishedKey + "#")]
    [InlineData("did:key:" + PublishedKey + "#key-1")]
    [InlineData("did:key:" + PublishedKey + "#" + PublishedKey + "#" + PublishedKey)]
    [InlineData("did:web:" + PublishedKey + "#" + PublishedKey)]
    [InlineData("did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F#z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F")]
    [InlineData("did:#")]
    [InlineData("#")]
    [InlineData(null)]
    public void Any_other_verification_method_is_refused(string? method) =>
        Assert.False(DidKey.TryReadVerificationMethod(method, out _));
}

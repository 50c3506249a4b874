using System.Security.Cryptography;
using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public class JwsTests
{
    private const string KeyId = "https://portfolio.example/programmes/1/keys/1";
    private static readonly byte[] Payload = """{"iss":"did:web:portfolio.example"}"""u8.ToArray();

    // One for all: making a key takes longer than every test here.
    private static readonly RSA Key = RSA.Create(2048);

    [Fact]
    public void What_is_signed_is_read_back_and_verifies()
    {
        Assert.True(Jws.TryRead(Jws.Sign(Key, KeyId, Payload), out var jws, out _));
        Assert.Equal(new JwsHeader(KeyId, "JWT"), jws.Header);
        Assert.Equal(Payload, jws.Payload);
        Assert.Null(jws.Check(Key));
        Assert.Null(jws.Check(Key.ExportParameters(false)));
    }

    [Fact]
    public void A_key_closed_after_it_was_found_good_is_refused()
    {
        Assert.True(Jws.TryRead(Jws.Sign(Key, KeyId, Payload), out var jws, out _));
        var copy = RSA.Create(Key.ExportParameters(false));
        Assert.Null(jws.Check(copy));
        copy.Dispose();
        Assert.Equal(JwsFault.KeyUnusable, jws.Check(copy));
    }

    [Fact]
    public void The_header_is_the_three_members_and_nothing_else() =>
        Assert.Equal($$"""{"alg":"RS256","kid":"{{KeyId}}","typ":"JWT"}""", Encoding.UTF8.GetString(new JwsHeader(KeyId, "JWT").ToBytes()));

    [Theory]
    [InlineData("""{"alg":"none","kid":"k","typ":"JWT"}""", nameof(JwsFault.AlgorithmNotRs256))]
    [InlineData("""{"alg":"HS256","kid":"k"}""", nameof(JwsFault.AlgorithmNotRs256))]
    [InlineData("""{"alg":"PS256"}""", nameof(JwsFault.AlgorithmNotRs256))]
    [InlineData("""{"alg":"rs256"}""", nameof(JwsFault.AlgorithmNotRs256))]
    [InlineData("""{"alg":"RS256 "}""", nameof(JwsFault.AlgorithmNotRs256))]
    [InlineData("""{"kid":"k"}""", nameof(JwsFault.AlgorithmNotRs256))]
    [InlineData("""{"alg":["RS256"]}""", nameof(JwsFault.HeaderMemberNotText))]
    [InlineData("""{"alg":"RS256","kid":1}""", nameof(JwsFault.HeaderMemberNotText))]
    [InlineData("""{"alg":"RS256","kid":null}""", nameof(JwsFault.HeaderMemberNotText))]
    [InlineData("""{"alg":"RS256","typ":"JOSE"}""", nameof(JwsFault.TypeNotJwt))]
    [InlineData("""{"alg":"RS256","crit":["b64"],"b64":false}""", nameof(JwsFault.HeaderMemberUnknown))]
    [InlineData("""{"alg":"RS256","jwk":{"kty":"RSA"}}""", nameof(JwsFault.HeaderMemberUnknown))]
    [InlineData("""{"alg":"RS256","jku":"https://evil.example"}""", nameof(JwsFault.HeaderMemberUnknown))]
    [InlineData("""{"alg":"RS256","Alg":"none"}""", nameof(JwsFault.HeaderMemberUnknown))]
    [InlineData("""{"alg":"RS256","alg":"none"}""", nameof(JwsFault.HeaderMemberDuplicated))]
    [InlineData("""{"alg":"RS256","al\u0067":"none"}""", nameof(JwsFault.HeaderMemberDuplicated))]
    [InlineData("""["RS256"]""", nameof(JwsFault.HeaderNotAnObject))]
    [InlineData("not json", nameof(JwsFault.HeaderNotAnObject))]
    [InlineData("", nameof(JwsFault.HeaderNotAnObject))]
    public void A_header_that_says_anything_else_is_refused_though_its_signature_is_good(string header, string fault)
    {
        var input = $"{Base64Url.Encode(Encoding.UTF8.GetBytes(header))}.{Base64Url.Encode(Payload)}";
        var signature = Key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.Equal(fault, FaultOf($"{input}.{Base64Url.Encode(signature)}"));
    }

    [Fact]
    public void Another_spelling_of_the_same_bytes_is_refused()
    {
        var compact = Jws.Sign(Key, KeyId, Payload);
        foreach (var other in new[] { compact + "=", compact + "\n", " " + compact, compact.Replace(".", "=."), compact[..^1] + "_" })
            Assert.Equal(nameof(JwsFault.NotCanonicalBase64Url), FaultOf(other));
        foreach (var other in new[] { "", ".", compact + ".", compact[..compact.LastIndexOf('.')], $"{compact}.{compact}" })
            Assert.Equal(nameof(JwsFault.NotThreeParts), FaultOf(other));
        Assert.Equal(nameof(JwsFault.TooLong), FaultOf(compact + new string('A', Jws.MaxLength)));
    }

    [Fact]
    public void Every_changed_character_is_refused()
    {
        var compact = Jws.Sign(Key, KeyId, Payload);
        for (var at = 0; at < compact.Length; at++)
            Assert.NotNull(FaultOf(compact.Remove(at, 1).Insert(at, compact[at] == 'A' ? "B" : "A")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    public void A_signature_of_another_length_does_not_verify(string signature)
    {
        var compact = Jws.Sign(Key, KeyId, Payload);
        Assert.Equal(nameof(JwsFault.SignatureInvalid), FaultOf(compact[..(compact.LastIndexOf('.') + 1)] + signature));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(4104)]
    public void A_key_of_another_size_neither_signs_nor_verifies(int bits)
    {
        Assert.True(Jws.TryRead(Jws.Sign(Key, KeyId, Payload), out var jws, out _));
        var modulus = new byte[bits / 8];
        modulus.AsSpan().Fill(0xFF);
        using var other = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] });
        Assert.Equal(JwsFault.KeySizeRefused, jws.Check(other));
        Assert.Equal(JwsFault.KeySizeRefused, jws.Check(other.ExportParameters(false)));
        Assert.Throws<ArgumentException>(() => Jws.Sign(other, KeyId, Payload));
    }

    [Fact]
    public void A_small_exponent_or_a_closed_key_is_refused()
    {
        Assert.True(Jws.TryRead(Jws.Sign(Key, KeyId, Payload), out var jws, out _));
        var parameters = Key.ExportParameters(false);
        using (var small = RSA.Create(new RSAParameters { Modulus = parameters.Modulus, Exponent = [3] }))
            Assert.Equal(JwsFault.KeyExponentRefused, jws.Check(small));
        foreach (byte[] exponent in new byte[][] { [], [1], [0, 0, 1], [0, 255, 255], [1, 0, 0], [1, 0, 0, 0, 1] })
            Assert.Equal(JwsFault.KeyExponentRefused, jws.Check(new RSAParameters { Modulus = parameters.Modulus, Exponent = exponent }));
        Assert.Equal(JwsFault.KeySizeRefused, jws.Check(default(RSAParameters)));
        var closed = RSA.Create(parameters);
        closed.Dispose();
        Assert.Equal(JwsFault.KeyUnusable, jws.Check(closed));
    }

    private static string? FaultOf(string compact) =>
        (Jws.TryRead(compact, out var jws, out var fault) ? jws.Check(Key) : fault)?.ToString();
}

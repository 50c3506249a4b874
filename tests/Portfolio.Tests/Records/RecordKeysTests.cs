using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class RecordKeysTests
{
    private static readonly string Issuer = RecordSamples.Issuer.Id;
    private static readonly RecordKey Dated = RecordSamples.Ed25519RecordKey with { ValidUntil = RecordSamples.Signed.AddDays(300), LostFrom = 99 };

    [Theory]
    [InlineData("https://portfolio.example.org", "did:web:portfolio.example.org:programmes:p", "https://portfolio.example.org/programmes/p")]
    [InlineData("https://portfolio.example.org:8443/", "did:web:portfolio.example.org%3A8443:programmes:p", "https://portfolio.example.org:8443/programmes/p")]
    [InlineData("https://example.org/portfolio", "did:web:example.org:portfolio:programmes:p", "https://example.org/portfolio/programmes/p")]
    [InlineData("http://localhost:5080", "did:web:localhost%3A5080:programmes:p", "http://localhost:5080/programmes/p")]
    public void A_programmes_DID_and_its_address_belong_together(string baseUrl, string did, string url)
    {
        Assert.Equal(did, DidWeb.Of(baseUrl, "p"));
        Assert.Equal(url, DidWeb.Url(did));
    }

    [Theory]
    [InlineData("did:key:z6Mk")]
    [InlineData("did:web:")]
    [InlineData("did:web:a b")]
    [InlineData("https://portfolio.example.org")]
    public void What_is_no_did_web_has_no_address(string did) => Assert.Null(DidWeb.Url(did));

    [Fact]
    public void What_a_programme_publishes_is_read_back()
    {
        var keys = RecordKeys.Read(ProgrammeDocument.KeySet([RecordSamples.RsaKey, Dated]));

        Assert.Equal(RecordSamples.RsaKey.Rsa!.Value.Modulus, keys.Find(RecordSamples.KeyId)!.Rsa!.Value.Modulus);
        var key = keys.Find(Dated.Id)!;
        Assert.Equal((Dated.ValidFrom, Dated.ValidUntil, Dated.LostFrom), (key.ValidFrom, key.ValidUntil, key.LostFrom));
        Assert.True(key.Ed25519.Span.SequenceEqual(Dated.Ed25519.Span));
    }

    [Fact]
    public void The_DID_document_gives_the_key_and_the_key_set_its_dates()
    {
        var keys = RecordKeys.Read(ProgrammeDocument.Did(Issuer, [Dated, RecordSamples.RsaKey])).And(RecordKeys.Read(ProgrammeDocument.KeySet([Dated])));
        Assert.Equal((Dated.ValidFrom, 99L), (keys.Find(Dated.Id)!.ValidFrom, keys.Find(Dated.Id)!.LostFrom));
    }

    [Fact]
    public void No_private_part_is_published()
    {
        var published = Encoding.UTF8.GetString(ProgrammeDocument.KeySet([RecordSamples.RsaKey with { Rsa = RecordSamples.Rsa.ExportParameters(true) }]));
        Assert.All(["\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\""], member => Assert.DoesNotContain(member, published, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_keys_cannot_share_a_name()
    {
        var other = Dated with { Ed25519 = RecordSamples.LeaderEd25519.PublicKey.ToArray() };
        Assert.Throws<FormatException>(() => RecordKeys.Of(Dated, other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":[],"keys":[]}""")]
    public void What_is_neither_key_set_nor_DID_document_is_refused(string json) =>
        Assert.ThrowsAny<FormatException>(() => RecordKeys.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"keys":[7,{"kid":"a"},{"kid":"a","kty":"RSA","n":"AQAB"},{"kid":"a","kty":"OKP","crv":"Ed25519","x":"AQAB"},{"kid":"a","kty":"EC"}]}""")]
    [InlineData("""{"id":"did:web:a","assertionMethod":["a"],"verificationMethod":[{"id":"a","type":"Multikey","controller":"did:web:a","publicKeyMultibase":"z6Mk"}]}""")]
    public void What_is_no_key_for_records_is_passed_over(string json) => Assert.Null(RecordKeys.Read(Encoding.UTF8.GetBytes(json)).Find("a"));

    [Fact]
    public void A_method_that_the_DID_does_not_assert_with_is_no_key_for_records()
    {
        var document = Encoding.UTF8.GetString(ProgrammeDocument.Did(Issuer, [Dated]));
        var keys = RecordKeys.Read(Encoding.UTF8.GetBytes(document.Replace($"\"assertionMethod\":[\"{Dated.Id}\"]", "\"assertionMethod\":[]", StringComparison.Ordinal)));
        Assert.Null(keys.Find(Dated.Id));
    }
}

using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class RecordJwtTests
{
    private static readonly RecordKeys Keys = RecordKeys.Of(RecordSamples.RsaKey);

    public static TheoryData<string> Names => [.. RecordSamples.Claims.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_signed_record_of_every_kind_is_accepted(string name)
    {
        var found = RecordVerifier.Check(Jwt(name), Keys, RecordSamples.Now);

        Assert.True(found.Accepted, Told(found));
        Assert.Equal(CheckNames.All, found.Checks.Select(check => check.Name));
        Assert.Equivalent(RecordSamples.Claims[name], found.Claim, strict: true);
        Assert.Equal(RecordForm.Jwt, found.Form);
    }

    [Fact]
    public void The_key_must_be_the_programmes_own()
    {
        var other = RecordSamples.RsaKey with { Id = RecordSamples.KeyId.Replace("portfolio.example.org", "elsewhere.example.org", StringComparison.Ordinal) };
        var jwt = RecordJwt.Sign(RecordJson.Claims(RecordSamples.Header(), RecordSamples.Claims["attendance"]), other.Id, RecordSamples.Rsa);

        var found = RecordVerifier.Check(Encoding.ASCII.GetBytes(jwt), RecordKeys.Of(other), RecordSamples.Now);

        Assert.Equal(Answer.No, found[CheckNames.KeyKnown].Answer);
        Assert.False(found.Accepted);
    }

    [Fact]
    public void A_key_that_was_not_handed_in_leaves_the_signature_unchecked()
    {
        var found = RecordVerifier.Check(Jwt("attendance"), RecordKeys.None, RecordSamples.Now);
        Assert.Equal((Answer.No, Answer.NotChecked), (found[CheckNames.KeyKnown].Answer, found[CheckNames.SignatureValid].Answer));
        Assert.False(found.Accepted);
    }

    [Theory]
    [InlineData(1, null, Answer.No)]
    [InlineData(-30, -1, Answer.No)]
    [InlineData(-30, 30, Answer.Yes)]
    [InlineData(-30, null, Answer.Yes)]
    [InlineData(null, null, Answer.NotChecked)]
    public void The_key_must_have_been_in_use_when_it_signed(int? from, int? until, Answer answer)
    {
        var key = RecordSamples.RsaKey with
        {
            ValidFrom = from is { } a ? RecordSamples.Signed.AddDays(a) : null, ValidUntil = until is { } b ? RecordSamples.Signed.AddDays(b) : null,
        };
        Assert.Equal(answer, RecordVerifier.Check(Jwt("attendance"), RecordKeys.Of(key), RecordSamples.Now)[CheckNames.KeyValidWhenSigned].Answer);
    }

    [Theory]
    [InlineData(null, null, Answer.NotChecked)]
    [InlineData(null, 7L, Answer.Yes)]
    [InlineData(8L, 7L, Answer.Yes)]
    [InlineData(7L, 7L, Answer.No)]
    [InlineData(7L, null, Answer.No)]
    public void A_lost_key_is_believed_for_what_the_log_held_before(long? lostFrom, long? position, Answer answer)
    {
        var facts = new RecordFacts { PositionInLog = position is null ? null : _ => position };
        var found = RecordVerifier.Check(Jwt("attendance"), RecordKeys.Of(RecordSamples.RsaKey with { LostFrom = lostFrom }), RecordSamples.Now, facts);
        Assert.Equal(answer, found[CheckNames.InLogBeforeKeyLost].Answer);
    }

    [Fact]
    public void What_the_log_does_not_hold_is_refused()
    {
        var found = RecordVerifier.Check(Jwt("attendance"), Keys, RecordSamples.Now, new() { PositionInLog = _ => null });
        Assert.Equal(Answer.No, found[CheckNames.InLogBeforeKeyLost].Answer);
    }

    [Fact]
    public void A_record_counts_from_its_first_second_to_its_last()
    {
        var header = RecordSamples.Header() with { ValidUntil = RecordSamples.Signed.AddDays(1) };
        var jwt = Encoding.ASCII.GetBytes(RecordJwt.Sign(RecordJson.Claims(header, RecordSamples.Claims["attendance"]), RecordSamples.KeyId, RecordSamples.Rsa));
        Answer At(DateTimeOffset now) => RecordVerifier.Check(jwt, Keys, now)[CheckNames.WithinDates].Answer;

        Assert.Equal(Answer.No, At(RecordSamples.Signed.AddSeconds(-1)));
        Assert.Equal(Answer.Yes, At(RecordSamples.Signed));
        Assert.Equal(Answer.No, At(RecordSamples.Signed.AddDays(1)));
    }

    [Theory]
    [InlineData("iss", "\"did:web:elsewhere.example.org\"")]
    [InlineData("jti", "\"https://portfolio.example.org/other\"")]
    [InlineData("sub", "\"urn:uuid:0198c0de-0000-7000-8000-0000000000ff\"")]
    [InlineData("nbf", "1741190650")]
    [InlineData("nbf", "\"1741190649\"")]
    [InlineData("nbf", "1.741190649e9999")]
    [InlineData("exp", "1841190649")]
    [InlineData("exp", "null")]
    public void The_JWT_says_nothing_but_what_the_record_says(string member, string value)
    {
        var jwt = new string(Encoding.ASCII.GetChars(Jwt("attendance")));
        Base64Url.TryDecode(jwt.Split('.')[1], out var payload);
        var json = System.Text.Json.Nodes.JsonNode.Parse(payload)!;
        json[member] = System.Text.Json.Nodes.JsonNode.Parse(value);
        var changed = Jws.Sign(RecordSamples.Rsa, RecordSamples.KeyId, Encoding.UTF8.GetBytes(json.ToJsonString()));

        var found = RecordVerifier.Check(Encoding.ASCII.GetBytes(changed), Keys, RecordSamples.Now);

        Assert.Equal(Answer.Yes, found[CheckNames.SignatureValid].Answer);
        Assert.Equal(Answer.No, found[CheckNames.FormatKnown].Answer);
    }

    [Fact]
    public void Keys_are_read_from_a_key_set()
    {
        var json = new JsonText().Open().OpenSet("keys");
        KeyDocuments.WriteJwk(json, RecordSamples.RsaKey with { LostFrom = 12 });
        var keys = RecordKeys.Read(json.CloseSet().Close().ToArray());
        var found = RecordVerifier.Check(Jwt("attendance"), keys, RecordSamples.Now, new() { PositionInLog = _ => 13 });

        Assert.Equal(Answer.Yes, found[CheckNames.SignatureValid].Answer);
        Assert.Equal(Answer.Yes, found[CheckNames.KeyValidWhenSigned].Answer);
        Assert.Equal(Answer.No, found[CheckNames.InLogBeforeKeyLost].Answer);
    }

    private static byte[] Jwt(string name) =>
        Encoding.ASCII.GetBytes(RecordJwt.Sign(RecordJson.Claims(RecordSamples.Header(), RecordSamples.Claims[name]), RecordSamples.KeyId, RecordSamples.Rsa));

    private static string Told(CheckedRecord found) => string.Join("\n", found.Checks);
}

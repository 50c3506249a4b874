using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class RecordSignerTests
{
    private static readonly Claim Claim = RecordSamples.Claims["attendance"];
    private static readonly Endorser Leader = new(RecordSamples.LeaderEd25519, null);

    [Fact]
    public void Where_Ed25519_is_missing_there_is_the_JWT_alone_and_the_check_says_so()
    {
        var signed = RecordSigner.Sign(RecordSamples.Header(), Claim, RecordSamples.Programme25 with { Ed25519 = null }, endorser: null);

        Assert.Null(signed.Embedded);
        var found = RecordVerifier.Check(signed.Jwt, RecordSamples.Keys, RecordSamples.Now);
        Assert.True(found.Accepted);
        Assert.Equal(Answer.NotChecked, found[CheckNames.EndorsementValid].Answer);
        Assert.Contains("The programme alone vouches", found[CheckNames.EndorsementValid].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_leader_saw_is_not_signed_without_the_leader() =>
        Assert.Throws<ArgumentException>(() => RecordSigner.Sign(RecordSamples.Header(), Claim, RecordSamples.Programme25, endorser: null));

    [Theory]
    [InlineData("attendance-attested")]
    [InlineData("attendance-imported")]
    public void What_no_leader_signed_carries_no_endorsement(string name) =>
        Assert.Throws<ArgumentException>(() => RecordSigner.Sign(RecordSamples.Header(), RecordSamples.Claims[name], RecordSamples.Programme25, Leader));

    [Fact]
    public void A_programme_signs_no_other_programmes_records()
    {
        var header = RecordSamples.Header() with { Issuer = new("did:web:elsewhere.example.org:programmes:1", "Another") };
        Assert.Throws<ArgumentException>(() => RecordSigner.Sign(header, Claim, RecordSamples.Programme25, Leader));
    }

    [Fact]
    public void A_lost_key_of_the_leader_counts_like_one_of_the_programme()
    {
        var leaders = new RecordKey(DidKey.VerificationMethod(RecordSamples.LeaderEd25519.PublicKey), LostFrom: 10) { Ed25519 = RecordSamples.LeaderEd25519.PublicKey.ToArray() };
        var keys = RecordSamples.Keys.And(RecordKeys.Of(leaders));
        Answer At(long position) => RecordVerifier.Check(
            RecordSamples.SignedAs("attendance").Embedded!, keys, RecordSamples.Now, new() { PositionInLog = _ => position })[CheckNames.InLogBeforeKeyLost].Answer;

        Assert.Equal((Answer.Yes, Answer.No), (At(9), At(10)));
    }

    [Fact]
    public void The_proof_inside_a_JWT_is_looked_at_too()
    {
        var signed = RecordSamples.SignedAs("attendance");
        var other = System.Text.Json.Nodes.JsonNode.Parse(signed.Embedded!)!;
        other["proof"]!["proofValue"] = System.Text.Json.Nodes.JsonNode.Parse(RecordSamples.SignedAs("presentation").Embedded!)!["proof"]!["proofValue"]!.DeepClone();
        var jwt = RecordJwt.Sign(System.Text.Encoding.UTF8.GetBytes(other.ToJsonString()), RecordSamples.KeyId, RecordSamples.Rsa);

        Assert.Equal(Answer.No, RecordVerifier.Check(System.Text.Encoding.ASCII.GetBytes(jwt), RecordSamples.Keys, RecordSamples.Now)[CheckNames.SignatureValid].Answer);
    }

    [Fact]
    public void A_verifier_with_the_key_set_for_JWTs_alone_can_check_the_JWT() =>
        Assert.True(RecordVerifier.Check(RecordSamples.SignedAs("attendance").Jwt, RecordKeys.Of(RecordSamples.RsaKey), RecordSamples.Now).Accepted);
}

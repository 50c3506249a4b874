using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class GoodRecordTests
{
    // 10,000 with PORTFOLIO_EXHAUSTIVE=1.
    private static readonly int Count = Environment.GetEnvironmentVariable("PORTFOLIO_EXHAUSTIVE") == "1" ? 10_000 : 500;

    [Fact]
    public void No_good_record_is_refused()
    {
        var records = new GeneratedRecords(20240807);
        for (var i = 0; i < Count; i++)
        {
            var (header, claim) = records.Next();
            Assert.Null(ClaimRules.WhyNot(header, claim));
            var vouched = claim.Provenance.Kind == ProvenanceKind.Contemporaneous;
            var signed = RecordSigner.Sign(header, claim, RecordSamples.Programme25, vouched ? new(RecordSamples.LeaderEd25519, null) : null);
            foreach (var form in new[] { signed.Embedded!, signed.Jwt })
            {
                var found = RecordVerifier.Check(form, RecordSamples.Keys, header.ValidFrom);
                Assert.True(found.Accepted, $"{i}: {string.Join("\n", found.Checks)}");
                if (i % 50 == 0)
                    Assert.Equivalent(claim, found.Claim, strict: true);
            }
        }
    }
}

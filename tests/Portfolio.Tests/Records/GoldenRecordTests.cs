using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class GoldenRecordTests
{
    public static TheoryData<string> Files => [.. GoldenRecords.Files];

    [Fact]
    public void There_is_a_golden_file_of_every_kind_and_form()
    {
        if (GoldenRecords.Approving)
            GoldenRecords.Make();
        Assert.True(Directory.Exists(GoldenRecords.Folder), "Make them once: PORTFOLIO_APPROVE=1 dotnet test --filter GoldenRecordTests");
        Assert.All(GoldenRecords.Files, file => Assert.True(File.Exists(Path.Combine(GoldenRecords.Folder, file)), file));
        Assert.Equal(Enum.GetValues<RecordKind>(), RecordSamples.Claims.Values.Select(claim => claim.Kind).Distinct().Order());
    }

    [Theory, MemberData(nameof(Files))]
    public void A_record_of_then_is_accepted_now(string file)
    {
        var facts = new RecordFacts { StatusLists = [GoldenRecords.Read("status.json")], PositionInLog = _ => 1 };
        var found = RecordVerifier.Check(GoldenRecords.Read(file), GoldenRecords.Keys(), RecordSamples.Now, facts);

        var claim = RecordSamples.Claims[Path.GetFileNameWithoutExtension(file)];
        Assert.Equivalent(claim, found.Claim, strict: true);
        Assert.All(found.Checks.Where(check => check.Name != CheckNames.EndorsementValid), check => Assert.True(check.Answer == Answer.Yes, $"{check}"));
        Assert.Equal(claim.Provenance.Kind == ProvenanceKind.Contemporaneous ? Answer.Yes : Answer.NotChecked, found[CheckNames.EndorsementValid].Answer);
    }

    [Fact]
    public void The_same_claims_are_still_written_in_the_same_bytes() =>
        Assert.All(RecordSamples.Claims, sample =>
        {
            var claims = RecordJson.Claims(RecordSamples.Header(), sample.Value);
            Assert.True(GoldenRecords.Read($"{sample.Key}.json").AsSpan().StartsWith(claims.AsSpan()[..^1]), sample.Key);
        });
}

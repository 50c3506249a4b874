using Portfolio.Contracts.Records;
using Portfolio.Tests.Records;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Tests.Adapters.Conformance;

internal static class GoldenSamples
{
    /// <summary>With bytes that are the same in every run, for mappings that are compared with a file. All have one id.</summary>
    public static SignedRecord Of(string kind)
    {
        // One golden record stands for both kinds of presentation: what an adapter maps it reads from the claim.
        var file = kind is "presentation" or "follow-up" ? "presentation" : kind;
        var embedded = GoldenRecords.Read(file + ".json");
        var header = ReadRecord.From(StrictJson.Parse(embedded))!.Header;
        return new(SampleRecords.IdOf(header), kind, header, SampleRecords.ClaimOf(kind), GoldenRecords.Read(file + ".jwt"), embedded);
    }
}

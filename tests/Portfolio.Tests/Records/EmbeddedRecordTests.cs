using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class EmbeddedRecordTests
{
    public static TheoryData<string> Names => [.. RecordSamples.Claims.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Both_forms_of_every_kind_are_accepted_and_say_the_same(string name)
    {
        var signed = RecordSamples.SignedAs(name);
        foreach (var form in new[] { signed.Embedded!, signed.Jwt })
        {
            var found = RecordVerifier.Check(form, RecordSamples.Keys, RecordSamples.Now);
            Assert.True(found.Accepted, string.Join("\n", found.Checks));
            Assert.Equivalent(RecordSamples.Claims[name], found.Claim, strict: true);
            var vouched = RecordSamples.Claims[name].Provenance.Kind == ProvenanceKind.Contemporaneous;
            Assert.Equal(vouched ? Answer.Yes : Answer.NotChecked, found[CheckNames.EndorsementValid].Answer);
        }
    }
}

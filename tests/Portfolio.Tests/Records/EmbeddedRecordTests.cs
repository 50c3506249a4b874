using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
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

    [Theory, MemberData(nameof(Names))]
    public void The_log_knows_a_record_again_whose_members_a_portfolio_put_in_another_order(string name)
    {
        var issued = RecordSamples.SignedAs(name).Embedded!;
        var stored = JsonNode.Parse(issued)!.AsObject();
        var other = new JsonObject(stored.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var facts = new RecordFacts { PositionInLog = digest => digest == Convert.ToHexStringLower(SHA256.HashData(issued)) ? 5 : null };

        var found = RecordVerifier.Check(Encoding.UTF8.GetBytes(other.ToJsonString(new() { WriteIndented = true })), RecordSamples.Keys, RecordSamples.Now, facts);

        Assert.True(found.Accepted, string.Join("\n", found.Checks));
        Assert.Equal(Answer.Yes, found[CheckNames.InLogBeforeKeyLost].Answer);
    }
}

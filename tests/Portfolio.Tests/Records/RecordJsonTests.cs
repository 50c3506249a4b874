using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class RecordJsonTests
{
    public static TheoryData<string> Names => [.. RecordSamples.Claims.Keys];

    [Theory, MemberData(nameof(Names))]
    public void What_is_written_is_read_back_the_same(string name)
    {
        var claim = RecordSamples.Claims[name];
        var json = RecordJson.Claims(RecordSamples.Header(), claim);

        var read = ReadRecord.From(StrictJson.Parse(json));

        Assert.NotNull(read);
        Assert.Equal(RecordSamples.Header(), read.Header);
        Assert.Equivalent(claim, read.Claim, strict: true);
        Assert.Equal(json, read.Claims);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_members_of_a_record_may_stand_in_any_order(string name)
    {
        var json = JsonNode.Parse(RecordJson.Claims(RecordSamples.Header(), RecordSamples.Claims[name]))!;
        var turned = Encoding.UTF8.GetBytes(Turned(json).ToJsonString(new() { WriteIndented = true }));
        Assert.NotNull(ReadRecord.From(StrictJson.Parse(turned)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_can_be_added_taken_away_or_retyped_without_becoming_another_claim(string name)
    {
        var json = RecordJson.Claims(RecordSamples.Header(), RecordSamples.Claims[name]);
        foreach (var (what, changed) in JsonMutations.Of(json))
        {
            var read = ReadRecord.From(JsonElement.Parse(changed));
            Assert.True(read is null || !read.Claims.AsSpan().SequenceEqual(json), what);
            Assert.True(read is null || what.StartsWith("other text", StringComparison.Ordinal) || what.StartsWith("removed", StringComparison.Ordinal), what);
        }
    }

    [Fact]
    public void No_record_holds_a_member_that_copies_of_the_context_disagree_about()
    {
        foreach (var claim in RecordSamples.Claims.Values)
        {
            var text = Encoding.UTF8.GetString(RecordJson.Claims(RecordSamples.Header(), claim));
            Assert.All(["awardedDate", "inLanguage", "endorsementJwt", "jti", "credentialSchema"],
                word => Assert.DoesNotContain($"\"{word}\":", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_achievement_says_kind_and_format_version()
    {
        var json = StrictJson.Parse(RecordJson.Claims(RecordSamples.Header(), RecordSamples.Claims["period-account"]));
        Assert.Equal("https://portfolio.example.org/achievements/period-account/v1", json.Member("credentialSubject").Member("achievement").Text("id"));
    }

    private static JsonNode Turned(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Turned(member.Value!))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Turned(item!))]);
            default:
                return node.DeepClone();
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Adapters.Xapi;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Xapi;

public sealed class XapiMappingTests
{
    private static readonly Guid Subject = new("0198c0de-0000-7000-8000-0000000000c2");
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds => [.. SampleRecords.Kinds];

    internal static JsonObject Statement(string kind)
    {
        var record = GoldenSamples.Of(kind);
        return XapiMapping.Statement(record, Subject, StatementIds.Of(record.As(null), 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_record_of_each_kind_is_the_statement_that_was_approved(string kind) =>
        Approved.Compare($"adapters/xapi/{kind}.json", Statement(kind).ToJsonString(Readable) + "\n");

    [Fact]
    public void Voiding_is_the_statement_that_was_approved()
    {
        var record = GoldenSamples.Of("attendance");
        Approved.Compare("adapters/xapi/voiding.json", XapiMapping.Voiding(record.Header.Id, StatementIds.Of(record.As(null), 0)).ToJsonString(Readable) + "\n");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_statement_names_a_person(string kind)
    {
        var (record, statement) = (GoldenSamples.Of(kind), Statement(kind).ToJsonString(Readable));
        foreach (var person in new Person?[] { record.Claim.Holder, record.Claim.Leader }.OfType<Person>())
        {
            Assert.DoesNotContain(person.Name, statement, StringComparison.Ordinal);
            Assert.True(person.Number is null || !statement.Contains(person.Number, StringComparison.Ordinal));
        }
        Assert.DoesNotContain("mbox", statement, StringComparison.Ordinal);
        Assert.DoesNotContain(record.Claim.Holder.Id.ToString(), statement, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_derived_from_one_version_is_the_same_every_time_and_another_for_every_version_and_round()
    {
        var (first, second) = (SampleRecords.Of("attendance").As(null), SampleRecords.Of("attendance", version: 2).As(null));
        Assert.Equal(StatementIds.Of(first, 0), StatementIds.Of(first, 0));
        Guid[] all = [StatementIds.Of(first, 0), StatementIds.Of(first, 1), StatementIds.Of(second, 0), StatementIds.Voiding(StatementIds.Of(first, 0)), StatementIds.Voiding(StatementIds.Of(first, 1))];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(all, id => Assert.Equal(5, id.Version));
    }

    [Theory]
    [InlineData("""{"id":"X","actor":{"account":{"name":"n","homePage":"h"}},"verb":{"id":"v"},"object":{"id":"o"},"timestamp":"2025-03-05T12:00:00.000+00:00","stored":"later"}""", true)]
    [InlineData("""{"actor":{"account":{"name":"other","homePage":"h"}},"verb":{"id":"v"},"object":{"id":"o"},"timestamp":"2025-03-05T12:00:00Z"}""", false)]
    [InlineData("""{"actor":{"account":{"name":"n","homePage":"h"}},"verb":{"id":"v"},"object":{"id":"o"},"timestamp":"2025-03-06T12:00:00Z"}""", false)]
    [InlineData("""{"actor":{"account":{"name":"n","homePage":"h"}},"verb":{"id":"v"},"object":{"id":"o"},"result":{"success":true},"timestamp":"2025-03-05T12:00:00Z"}""", false)]
    public void What_a_store_has_is_compared_by_what_it_says(string stored, bool same)
    {
        var sent = JsonNode.Parse("""
            {"id":"x","actor":{"objectType":"Agent","account":{"homePage":"h","name":"n"}},"verb":{"id":"v","display":{"en":"w"}},"object":{"objectType":"Activity","id":"o","definition":{"type":"t"}},"timestamp":"2025-03-05T12:00:00Z"}
            """)!.AsObject();
        Assert.Equal(same, SameStatement.Is(sent, JsonNode.Parse(stored)));
    }
}

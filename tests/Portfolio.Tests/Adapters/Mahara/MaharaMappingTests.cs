using System.Text.Encodings.Web;
using System.Text.Json;
using Portfolio.Adapters.Mahara;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Mahara;

public sealed class MaharaMappingTests
{
    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds => [.. SampleRecords.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_record_of_this_kind_makes_this_entry(string kind)
    {
        var entry = MaharaMapping.Entry(GoldenSamples.Of(kind), null, "Signed records");
        Approved.Compare($"adapters/mahara/{kind}.json", JsonSerializer.Serialize(entry, Plain) + "\n");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_entry_names_its_version_and_holds_nothing_that_is_refused(string kind)
    {
        var record = SampleRecords.Of(kind, version: 12);
        var entry = MaharaMapping.Entry(record, SampleRecords.Of(kind, version: 11).As(null), "Signed records");

        Assert.DoesNotContain('<', entry.Text);
        Assert.All(entry.Tags, tag => Assert.Matches("^[A-Za-z0-9_-]+$", tag));
        Assert.Contains(record.Header.VersionId, entry.Text, StringComparison.Ordinal);
        Assert.Contains("version 11", entry.Text, StringComparison.Ordinal);
        Assert.InRange(entry.Title.Length, 20, 255);
    }

    [Fact]
    public void Markup_in_a_name_is_text_in_both_forms()
    {
        var record = SampleRecords.Of("attendance");
        record = record with { Claim = ((Attendance)record.Claim) with { Group = "<b>Wednesday & after</b>" } };
        var entry = MaharaMapping.Entry(record, null, null);

        Assert.Contains("‹b›Wednesday & after‹/b›", entry.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Wednesday &amp; after&lt;/b&gt;", entry.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_1_is_not_found_in_an_entry_of_version_12()
    {
        var twelve = SampleRecords.Of("assessment", version: 12);
        var entry = MaharaMapping.Entry(twelve, null, "Signed records");
        var shelf = new MaharaShelf([new(11, "Training", 1)], [new(20, 11, entry.Title, entry.Text)]);

        Assert.Null(shelf.Find(SampleRecords.Of("assessment").As(null)));
        Assert.NotNull(shelf.Find(twelve.As(null)));
        Assert.NotNull((shelf with { Posts = [new(20, 11, "Renamed", entry.Text)] }).Find(twelve.As(null)));
        Assert.NotNull((shelf with { Posts = [new(20, 11, entry.Title, "Rewritten")] }).Find(twelve.As(null)));
    }

    [Theory]
    [InlineData(3, 3, 0, true)]
    [InlineData(3, 0, 0, false)]
    [InlineData(0, 0, 0, true)]
    [InlineData(150, 100, 60, true)]
    [InlineData(150, 100, 40, false)]
    public void A_list_that_ends_says_of_what_is_newer_alone_that_it_is_not_there(int posts, int listed, long newerThan, bool tells)
    {
        var shelf = new MaharaShelf([new(11, "Training", posts)], [.. Enumerable.Range(0, listed).Select(at => new MaharaPost(150 - at, 11, "", ""))]);
        Assert.Equal(tells, shelf.Lists(11, newerThan));
        Assert.True(shelf.Lists(12, newerThan), "A journal that is gone has no entries.");
    }
}

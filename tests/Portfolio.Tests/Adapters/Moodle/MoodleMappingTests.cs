using System.Text.Encodings.Web;
using System.Text.Json;
using Portfolio.Adapters.Moodle;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Moodle;

public sealed class MoodleMappingTests
{
    private const string Grades = "met=2; Satisfactory = 2;not satisfactory=1; a=b=3;; broken; zero=0; words=two";

    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("attendance")]
    [InlineData("period-account")]
    public void What_is_counted_stands_in_a_column_with_a_score(string kind)
    {
        var record = GoldenSamples.Of(kind);
        Approved.Compare($"adapters/moodle/{kind}.json", JsonSerializer.Serialize(new { Column = MoodleMapping.Column(record), Score = MoodleMapping.Score(record) }, Plain) + "\n");
    }

    [Theory]
    [InlineData("assessment")]
    [InlineData("verification")]
    public void What_is_judged_rates_with_a_note(string kind)
    {
        var record = GoldenSamples.Of(kind);
        Approved.Compare($"adapters/moodle/{kind}.json", JsonSerializer.Serialize(new { Grade = MoodleMapping.Grade(record.Claim, Grades), Note = MoodleMapping.Note(record, null) }, Plain) + "\n");
    }

    [Theory]
    [InlineData("Satisfactory", 2)]
    [InlineData("NOT SATISFACTORY", 1)]
    [InlineData("a=b", 3)]
    [InlineData("broken", null)]
    [InlineData("zero", null)]
    [InlineData("words", null)]
    [InlineData("Outstanding", null)]
    public void An_outcome_has_the_grade_that_somebody_set_and_else_none(string outcome, int? grade)
    {
        var claim = (Assessment)SampleRecords.Of("assessment").Claim;
        Assert.Equal(grade, MoodleMapping.Grade(claim with { Outcome = outcome }, Grades));
        Assert.Null(MoodleMapping.Grade(claim with { Outcome = outcome }, null));
        Assert.Null(MoodleMapping.Grade(SampleRecords.Of("attendance").Claim, Grades));
    }

    [Fact]
    public void Everybody_of_a_group_and_day_has_one_column_and_nobody_elses()
    {
        var record = SampleRecords.Of("attendance");
        var claim = (Attendance)record.Claim;
        var key = MoodleMapping.Column(record).Key;

        Assert.Equal(key, MoodleMapping.Column(SampleRecords.Of("attendance", version: 2, number: 3) with { Claim = claim with { Minutes = 45, Mode = Mode.Online } }).Key);
        Assert.NotEqual(key, MoodleMapping.Column(record with { Claim = claim with { Date = claim.Date.AddDays(7) } }).Key);
        Assert.NotEqual(key, MoodleMapping.Column(record with { Claim = claim with { Group = "another" } }).Key);
        Assert.NotEqual(key, MoodleMapping.Column(record with { Header = record.Header with { Issuer = record.Header.Issuer with { Id = "did:web:elsewhere.example.org" } } }).Key);
        Assert.DoesNotContain(claim.Holder.Name, $"{MoodleMapping.Column(record)}", StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_is_never_more_than_all_and_of_nothing_there_is_none()
    {
        var record = SampleRecords.Of("period-account");
        var account = (PeriodAccount)record.Claim;
        MoodleScore? Of(int expected, int attended) => MoodleMapping.Score(record with { Claim = account with { Expected = expected, Attended = attended } });

        Assert.Equal((20, 22), Of(22, 20) is var score ? (score!.Given, score.Most) : default);
        Assert.Equal((24, 24), Of(22, 24) is var more ? (more!.Given, more.Most) : default);
        Assert.Equal((0, 22), Of(22, 0) is var none ? (none!.Given, none.Most) : default);
        Assert.Null(Of(0, 0));
    }

    [Fact]
    public void A_note_is_plain_text_and_names_its_version_alone()
    {
        var record = SampleRecords.Of("assessment", version: 12);
        record = record with { Claim = (Assessment)record.Claim with { Form = "<script>form</script>" } };
        var note = MoodleMapping.Note(record, SampleRecords.Of("assessment", version: 1).As(null));

        Assert.DoesNotContain('<', note);
        Assert.True(MoodleMapping.Names(note, record.As(null)));
        Assert.False(MoodleMapping.Names(note, SampleRecords.Of("assessment", version: 1).As(null)));
        Assert.False(MoodleMapping.Names(null, record.As(null)));
    }
}

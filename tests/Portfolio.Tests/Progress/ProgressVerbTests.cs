using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

public class ProgressVerbTests(ImportedYear year) : IClassFixture<ImportedYear>
{
    [Theory]
    [InlineData("uk-nw-core", 25)]
    [InlineData("uk-glasgow-south-core", 30)]
    public async Task The_imported_paper_year_gives_the_hand_counted_numbers(string pack, int need)
    {
        var (code, answer, errors) = await Progress(ImportedYear.Programme, pack, "2025-07-31", "--json");
        Assert.Equal((0, ""), (code, errors));
        var cohort = JsonSerializer.Deserialize<List<TraineeProgress>>(answer, JsonSerializerOptions.Web)!;
        var expected = PaperYearTests.Expected.GetProperty("trainees");
        Assert.Equal(expected.EnumerateObject().Select(trainee => trainee.Name).Order(StringComparer.Ordinal), cohort.Select(trainee => trainee.Trainee));
        foreach (var trainee in cohort)
        {
            int Number(string member) => expected.GetProperty(trainee.Trainee).GetProperty(member).GetInt32();
            var sessions = trainee.Rules.Single(rule => rule.Id == "sessions");
            Assert.Equal((trainee.Trainee, Number("counted"), need, Number("counted") >= need), (trainee.Trainee, sessions.Have, sessions.Need, sessions.Met));
            Assert.Equal((Number("counted"), Number("partial_short")), (sessions.Counted.Count, sessions.NotCounted.Count));
            Assert.Equal((Number("presented"), Number("followed_up")), (trainee.Presented, trainee.FollowedUp));
        }
    }

    [Fact]
    public async Task What_is_kept_gives_what_the_sheets_themselves_give_on_every_day_that_is_asked_for()
    {
        foreach (var day in new[] { "2024-09-30", "2025-02-28", "2025-07-31" })
        {
            var cohort = JsonSerializer.Deserialize<List<TraineeProgress>>(
                (await Progress(ImportedYear.Programme, "uk-nw-core", day, "--json")).Answer, JsonSerializerOptions.Web)!;
            foreach (var kept in cohort)
            {
                var sheets = Api.Progress.Evaluation.Of(Given.NorthWest, PaperYear.Trainees[kept.Trainee], kept.AsOf);
                Assert.Equal(Comparable(sheets), Comparable(kept));
            }
        }

        // The ids of records and their order within a day are the only things in which the two may differ.
        static string Comparable(TraineeProgress progress) => JsonSerializer.Serialize(progress with
        {
            NotCounted = [.. progress.NotCounted.Select(not => not with { Record = "" })],
            Rules =
            [
                .. progress.Rules.Select(rule => rule with
                {
                    Counted = [.. rule.Counted.Select(_ => "")],
                    NotCounted = [.. rule.NotCounted.Select(not => not with { Record = "" })],
                }),
            ],
        });
    }

    [Fact]
    public async Task Without_json_the_answer_is_a_table()
    {
        var (code, answer, errors) = await Progress(ImportedYear.Programme, "uk-nw-core", "2025-07-31");
        Assert.Equal((0, ""), (code, errors));
        var lines = answer.Split('\n');
        Assert.StartsWith("trainee  state", lines[2], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("P008", StringComparison.Ordinal) && line.Contains(" 34 of 25 ", StringComparison.Ordinal));
        Assert.Contains("No public source confirms: sessions minimumMinutes,", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("atlantis", "uk-nw-core", "2025-07-31", "There is no programme atlantis.")]
    [InlineData(ImportedYear.Programme, "atlantis", "2025-07-31", "There is no requirement pack atlantis; write one of: {packs}.")]
    [InlineData(ImportedYear.Programme, "uk-nw-core", "31/07/2025", "31/07/2025 is not a day from 1990-01-01 to 2199-12-31; write one such as 2025-07-31.")]
    [InlineData(ImportedYear.Programme, "uk-nw-core", "2025-02-30", "2025-02-30 is not a day from 1990-01-01 to 2199-12-31; write one such as 2025-07-31.")]
    public async Task What_is_not_there_is_refused_in_one_line(string programme, string pack, string day, string said)
    {
        Assert.Equal((1, "", said.Replace("{packs}", Api.Progress.RequirementPacks.Named, StringComparison.Ordinal) + "\n"), await Progress(programme, pack, day, "--json"));
    }

    [Fact]
    public async Task Under_another_master_key_nothing_opens_and_the_verb_says_so()
    {
        var other = Convert.ToBase64String(new byte[32]);
        var (code, answer, errors) = await year.RunUnder(other, "progress", "--programme", ImportedYear.Programme, "--pack", "uk-nw-core");
        Assert.Equal((1, ""), (code, answer));
        Assert.StartsWith("This master key does not open what is kept here:", Assert.Single(errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private Task<(int Code, string Answer, string Errors)> Progress(string programme, string pack, string day, params string[] more) =>
        year.Run(["progress", "--programme", programme, "--pack", pack, "--as-of", day, .. more]);
}

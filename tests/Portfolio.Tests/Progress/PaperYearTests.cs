using System.Text.Json;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class PaperYearTests
{
    internal static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(Source.Root, "tests", "Portfolio.Tests", "Data", "paper-year", "expected.json"))).RootElement;

    [Theory]
    [InlineData("uk-nw-core", 25)]
    [InlineData("uk-glasgow-south-core", 30)]
    public void The_paper_year_gives_the_hand_counted_numbers_under_both_packs(string packId, int need)
    {
        var pack = RequirementPacks.Find(packId)!;
        var expected = Expected.GetProperty("trainees").EnumerateObject().ToList();
        Assert.Equal(expected.Select(trainee => trainee.Name).Order(), PaperYear.Trainees.Keys.Order());
        foreach (var trainee in expected)
        {
            var progress = Evaluation.Of(pack, PaperYear.Trainees[trainee.Name], PaperYear.End);
            var sessions = progress.Rules[0];
            int Number(string member) => trainee.Value.GetProperty(member).GetInt32();

            Assert.Equal((trainee.Name, Number("counted"), need), (progress.Trainee, sessions.Have, sessions.Need));
            Assert.Equal(Number("counted") >= need, sessions.Met);
            Assert.Equal(Number("counted"), sessions.Counted.Count);
            Assert.Equal(Number("partial_short"), sessions.NotCounted.Count);
            Assert.Equal((Number("presented"), Number("followed_up")), (progress.Presented, progress.FollowedUp));
        }
    }

    [Fact]
    public void Members_without_a_requirement_are_counted_apart()
    {
        var expected = Expected.GetProperty("members_without_requirement").EnumerateObject().Select(member => member.Name).ToList();
        Assert.Equal(expected.Order(), PaperYear.MembersWithoutRequirement.Keys.Order());
        Assert.Empty(expected.Intersect(PaperYear.Trainees.Keys));
    }
}

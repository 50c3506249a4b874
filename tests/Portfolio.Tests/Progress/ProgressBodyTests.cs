using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

public class ProgressBodyTests
{
    [Fact]
    public void The_body_begins_as_the_verb_promises()
    {
        var facts = Given.Trainee(Given.Attended(0), Given.Attended(1, 20));
        var body = JsonSerializer.Serialize(Evaluation.Of(Given.NorthWest, facts, Given.Week(1)), Json.Options);
        Assert.StartsWith(
            """
            {"trainee":"P100","state":"on-track","rules":[{"id":"sessions","have":1,"need":25,"met":false,"counted":["r00"],"notCounted":[{"record":"r01","code":"minutes-too-few","why":"20 of 60 minutes attended; the pack counts 45 or more"}],"stillNeeded":24,"state":"on-track","behindOn":
            """.Trim(),
            body, StringComparison.Ordinal);
        Assert.Contains(
            """
            "asOf":"2024-08-14","pack":"uk-nw-core","packVersion":1,"deadline":"2025-07-31","deadlineEstimated":false,"changesOn":"2024-08-28","presented":0,"followedUp":0,"packTitle":
            """.Trim(),
            body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProgressState.Met, "\"met\"")]
    [InlineData(ProgressState.OnTrack, "\"on-track\"")]
    [InlineData(ProgressState.Behind, "\"behind\"")]
    [InlineData(ProgressState.NotPossible, "\"not-possible\"")]
    internal void States_are_said_in_the_fields_words(ProgressState state, string said) => Assert.Equal(said, JsonSerializer.Serialize(state, Json.Options));

    [Fact]
    public void Whoever_is_not_the_trainee_is_told_how_often_they_presented_and_by_no_id_when()
    {
        var facts = Given.Trainee(Given.Attended(0)) with { Presented = [new("p00", Given.Week(0), Given.Group, PresentationRole.Presented, Given.Week(0).Evening())] };
        var progress = Evaluation.Of(Given.NorthWest, facts, Given.Week(1));
        Assert.Contains("p00", JsonSerializer.Serialize(progress, Json.Options), StringComparison.Ordinal);
        var shown = progress.WithoutPresentations(facts);
        Assert.DoesNotContain("p00", JsonSerializer.Serialize(shown, Json.Options), StringComparison.Ordinal);
        Assert.Equal((1, "r00"), (shown.Presented, shown.Rules[0].Counted.Single()));
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>What stands in one person's cell of a column, as far as it is listed: of a score of nothing, no more than that there is one.</summary>
internal sealed record MoodleCell(bool There, string? Score = null, string? Comment = null, DateTimeOffset? At = null);

/// <summary>Cells of a gradebook.</summary>
internal sealed class MoodleCells(LtiServices services, TimeProvider clock)
{
    public async Task<(MoodleCell? Cell, Outcome? WhyNot)> Read(string column, string member, CancellationToken cancellation)
    {
        var url = LtiServices.Below(column, "results", $"user_id={Uri.EscapeDataString(member)}");
        var answer = await services.Send(() => LtiServices.Get(url, "application/vnd.ims.lis.v2.resultcontainer+json"), cancellation).ConfigureAwait(false);
        if (answer.Status == 404)
            return (new(false), null);
        return answer.Is2xx && answer.Json() is { ValueKind: JsonValueKind.Array } results
            ? (results.Each().Where(one => one.Text("userId") == member).Select(Cell).FirstOrDefault() ?? new(false), null)
            : (null, MoodleWay.Unwritten(answer.Otherwise()));
    }

    /// <summary>Puts a score in the place of what stands there; without one the cell is emptied.</summary>
    public Task<HttpAnswer> Write(string column, string member, MoodleScore? score, MoodleCell before, CancellationToken cancellation) =>
        services.Send(() => LtiServices.Post(LtiServices.Below(column, "scores"), "application/vnd.ims.lis.v1.score+json", Body(member, score, before)), cancellation);

    private JsonObject Body(string member, MoodleScore? score, MoodleCell before)
    {
        // What follows within a second would be refused for being no newer; of a cell that was emptied it is not said when.
        var now = clock.GetUtcNow();
        var at = (before is { There: true, Score: null } ? now : before.At)?.AddSeconds(1);
        var body = new JsonObject
        {
            ["timestamp"] = (at > now ? at.Value : now).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            ["activityProgress"] = score is null ? "Initialized" : "Completed",
            ["gradingProgress"] = score is null ? "NotReady" : "FullyGraded",
            ["userId"] = member,
        };
        if (score is not null)
            (body["scoreGiven"], body["scoreMaximum"], body["comment"]) = (score.Given, score.Most, score.Comment);
        return body;
    }

    private static MoodleCell Cell(JsonElement one) => new(
        true, one.Text("resultScore"), one.Text("comment"),
        DateTimeOffset.TryParse(one.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null);
}

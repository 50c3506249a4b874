using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>Scores in a course's gradebook. A cell holds one score; posting it again changes nothing, and what stands in it names the record.</summary>
internal sealed class MoodleScores(AdapterConnection connection, Uri lineItems, Uri memberships) : MoodleWay
{
    public static readonly IReadOnlyList<string> Kinds = ["attendance", "period-account"];

    // Of a delivery: the column that its score stands in.
    private const string ColumnStep = "column";

    private readonly LtiServices services = new(connection);

    private MoodleColumns Columns => new(services, lineItems);

    private MoodleMembers Members => new(connection, services, memberships);

    public override async Task<Outcome> Put(SignedRecord record, Delivered? before, CancellationToken cancellation)
    {
        if (MoodleMapping.Score(record) is not { } score)
            return new Outcome.Refused("nothing-expected");
        var (member, unknown) = await Members.Find(MoodleSettings.NumbersOf(connection, record.Claim.Holder), cancellation).ConfigureAwait(false);
        if (member is null)
            return unknown!;
        var (column, whyNot) = await Columns.Of(MoodleMapping.Column(record), cancellation).ConfigureAwait(false);
        if (column is null)
            return whyNot!;
        await connection.KeepStep(ColumnStep, column, cancellation).ConfigureAwait(false);
        // A correction can move a record to another day, and so to another column.
        if (before?.Receipt?.Parts?.GetValueOrDefault("column") is { } older && older != column && await Empty(before, older, member, cancellation).ConfigureAwait(false) is not Outcome.Accepted and var left)
            return left;
        return await Post(record, score, column, member, cancellation).ConfigureAwait(false);
    }

    private async Task<Outcome> Post(SignedRecord record, MoodleScore score, string column, string member, CancellationToken cancellation)
    {
        var answer = await services.Send(() => Score(column, member, score), cancellation).ConfigureAwait(false);
        var receipt = Receipt(column, member);
        return answer switch
        {
            { Is2xx: true } when answer.Json() is not null || answer.Body.Length == 0 => new Outcome.Accepted(receipt, "200"),
            { Status: 409 } => await Conflict(record, score, column, member, cancellation).ConfigureAwait(false),
            { Status: 400 } when answer.Json()?.Text("reason")?.Contains("Incorrect score received", StringComparison.Ordinal) == true => new Outcome.Refused("not-graded-there", "400"),
            _ => answer.Otherwise(),
        };
    }

    // What stands there is not older than what was sent: it is ours already, or an earlier version within the same second, or somebody else's.
    private async Task<Outcome> Conflict(SignedRecord record, MoodleScore score, string column, string member, CancellationToken cancellation)
    {
        var (cell, whyNot) = await Cell(column, member, cancellation).ConfigureAwait(false);
        return cell switch
        {
            null => whyNot!,
            _ when MoodleMapping.Names(cell.Comment, record.As(null)) || (score.Given == 0 && cell is { There: true, Score: null }) => new Outcome.AlreadyThere(Receipt(column, member), "409"),
            _ when cell.Comment?.Contains(record.Header.Id, StringComparison.Ordinal) == true => new Outcome.TryLater("too-soon", TimeSpan.FromSeconds(2), "409"),
            _ => new Outcome.NeedsPerson("graded-there", Everything: false, "409"),
        };
    }

    public override async Task<Outcome> Find(Delivered delivered, CancellationToken cancellation)
    {
        if (Place(delivered) is not var (column, member))
            return new Outcome.NotThere();
        var (cell, whyNot) = await Cell(column, member, cancellation).ConfigureAwait(false);
        return cell is null ? whyNot! : MoodleMapping.Names(cell.Comment, delivered) ? new Outcome.AlreadyThere(Receipt(column, member), "200") : new Outcome.NotThere("200");
    }

    public override async Task<Outcome> Withdraw(Delivered delivered, CancellationToken cancellation) =>
        Place(delivered) is var (column, member) ? await Empty(delivered, column, member, cancellation).ConfigureAwait(false) : new Outcome.Accepted(delivered.Receipt ?? new("none"));

    public override Task<IReadOnlyList<Trial>> Test(CancellationToken cancellation) => MoodleTrials.Scores(connection, Members, Columns, cancellation);

    private async Task<Outcome> Empty(Delivered delivered, string column, string member, CancellationToken cancellation)
    {
        var gone = new Outcome.Accepted(delivered.Receipt ?? Receipt(column, member), "200");
        var (cell, whyNot) = await Cell(column, member, cancellation).ConfigureAwait(false);
        if (cell is null)
            return whyNot!;
        // A score of nothing is listed without its comment.
        if (!MoodleMapping.Names(cell.Comment, delivered) && !(cell is { There: true, Comment: null, Score: null } && delivered.Receipt is not null))
            return gone;
        var answer = await services.Send(() => Score(column, member, null), cancellation).ConfigureAwait(false);
        return answer switch
        {
            { Is2xx: true } or { Status: 404 } => gone,
            { Status: 409 } => new Outcome.TryLater("too-soon", TimeSpan.FromSeconds(2), "409"),
            _ => Unwritten(answer.Otherwise())!,
        };
    }

    private async Task<(MoodleCell? Cell, Outcome? WhyNot)> Cell(string column, string member, CancellationToken cancellation)
    {
        var url = LtiServices.Below(column, "results", $"user_id={Uri.EscapeDataString(member)}");
        var answer = await services.Send(() => LtiServices.Get(url, "application/vnd.ims.lis.v2.resultcontainer+json"), cancellation).ConfigureAwait(false);
        if (answer.Status == 404)
            return (new(false, null, null), null);
        return answer.Is2xx && answer.Json() is { ValueKind: JsonValueKind.Array } results
            ? (results.Each().Where(one => one.Text("userId") == member).Select(one => new MoodleCell(true, one.Text("resultScore"), one.Text("comment"))).FirstOrDefault() ?? new(false, null, null), null)
            : (null, Unwritten(answer.Otherwise()));
    }

    // Without a score the cell is emptied.
    private HttpRequestMessage Score(string column, string member, MoodleScore? score)
    {
        var body = new JsonObject
        {
            ["timestamp"] = connection.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            ["activityProgress"] = score is null ? "Initialized" : "Completed",
            ["gradingProgress"] = score is null ? "NotReady" : "FullyGraded",
            ["userId"] = member,
        };
        if (score is not null)
            (body["scoreGiven"], body["scoreMaximum"], body["comment"]) = (score.Given, score.Most, score.Comment);
        return LtiServices.Post(LtiServices.Below(column, "scores"), "application/vnd.ims.lis.v1.score+json", body);
    }

    private (string Column, string Member)? Place(Delivered delivered) =>
        (delivered.Receipt?.Parts?.GetValueOrDefault("column") ?? connection.Steps.GetValueOrDefault(ColumnStep), delivered.Receipt?.Parts?.GetValueOrDefault("member") ?? Members.Known) is ({ } column, { } member)
            ? (column, member) : null;

    private static Receipt Receipt(string column, string member) => new($"{new Uri(column).AbsolutePath} {member}", null, new Dictionary<string, string> { ["column"] = column, ["member"] = member });
}

/// <summary>What stands in a cell, as far as it is listed.</summary>
internal sealed record MoodleCell(bool There, string? Score, string? Comment);

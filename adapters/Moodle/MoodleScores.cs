using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>Scores in a course's gradebook. A cell holds one score; posting it again changes nothing, and what stands in it names the record.</summary>
internal sealed class MoodleScores(AdapterConnection connection, Uri lineItems, Uri memberships) : MoodleWay
{
    public static readonly IReadOnlyList<string> Kinds = ["attendance", "period-account"];

    // Of a delivery: the column that its score stands in, and that it was a score of nothing.
    private const string ColumnStep = "column", NothingStep = "nothing";

    // A group meets twice on a day, and hardly more often.
    private const int MostColumns = 4;

    private readonly LtiServices services = new(connection);

    private MoodleColumns Columns => new(services, lineItems);

    private MoodleMembers Members => new(connection, services, memberships);

    private MoodleCells Cells => new(services, connection.Clock);

    public override async Task<Outcome> Put(SignedRecord record, Delivered? before, CancellationToken cancellation)
    {
        if (MoodleMapping.Score(record) is not { } score)
            return new Outcome.Refused("nothing-expected");
        var (member, unknown) = await Members.Find(MoodleSettings.NumbersOf(connection, record.Claim.Holder), cancellation).ConfigureAwait(false);
        if (member is null)
            return unknown!;
        var (column, cell, whyNot) = await Free(record, member, cancellation).ConfigureAwait(false);
        if (column is null)
            return whyNot!;
        if (MoodleMapping.Names(cell!.Comment, record.As(null)))
            return new Outcome.AlreadyThere(Receipt(column, member), "200");
        await connection.KeepStep(ColumnStep, column, cancellation).ConfigureAwait(false);
        if (score.Given == 0)
            await connection.KeepStep(NothingStep, "yes", cancellation).ConfigureAwait(false);
        // A correction can move a record to another day, and so to another column.
        if (before?.Receipt?.Parts?.GetValueOrDefault("column") is { } older && older != column && await Empty(before, older, member, cancellation).ConfigureAwait(false) is not Outcome.Accepted and var left)
            return left;
        return await Post(score, column, member, cell, cancellation).ConfigureAwait(false);
    }

    // The first column of its group and day in which the trainee has no other record.
    private async Task<(string? Column, MoodleCell? Cell, Outcome? WhyNot)> Free(SignedRecord record, string member, CancellationToken cancellation)
    {
        for (var number = 1; number <= MostColumns; number++)
        {
            var (column, unmade) = await Columns.Of(MoodleMapping.Column(record, number), cancellation).ConfigureAwait(false);
            if (column is null)
                return (null, null, unmade);
            var (cell, unread) = await Cells.Read(column, member, cancellation).ConfigureAwait(false);
            if (cell is null)
                return (null, null, unread);
            if (cell.Score is null || cell.Comment?.Contains(record.Header.Id, StringComparison.Ordinal) == true)
                return (column, cell, null);
            // Somebody there graded by hand: that is not ours to undo.
            if (cell.Comment?.Contains(record.Header.Id[..(record.Header.Id.LastIndexOf('/') + 1)], StringComparison.Ordinal) != true)
                break;
        }
        return (null, null, new Outcome.NeedsPerson("graded-there", Everything: false, "200"));
    }

    private async Task<Outcome> Post(MoodleScore score, string column, string member, MoodleCell before, CancellationToken cancellation)
    {
        var answer = await Cells.Write(column, member, score, before, cancellation).ConfigureAwait(false);
        var receipt = Receipt(column, member);
        return answer switch
        {
            { Is2xx: true } when answer.Json() is not null || answer.Body.Length == 0 => new Outcome.Accepted(receipt, "200"),
            { Status: 409 } when await Cells.Read(column, member, cancellation).ConfigureAwait(false) is var (now, whyNot) => now switch
            {
                null => whyNot!,
                _ when now.Comment == score.Comment || (score.Given == 0 && now is { There: true, Score: null }) => new Outcome.AlreadyThere(receipt, "409"),
                { There: true, Score: null } => new Outcome.TryLater("too-soon", TimeSpan.FromSeconds(2), "409"),
                _ => new Outcome.NeedsPerson("graded-there", Everything: false, "409"),
            },
            { Status: 400 } when answer.Json()?.Text("reason")?.Contains("Incorrect score received", StringComparison.Ordinal) == true => new Outcome.Refused("not-graded-there", "400"),
            _ => answer.Otherwise(),
        };
    }

    public override async Task<Outcome> Find(Delivered delivered, CancellationToken cancellation)
    {
        if (Place(delivered) is not var (column, member))
            return new Outcome.NotThere();
        var (cell, whyNot) = await Cells.Read(column, member, cancellation).ConfigureAwait(false);
        return cell is null ? whyNot! : MoodleMapping.Names(cell.Comment, delivered) ? new Outcome.AlreadyThere(Receipt(column, member), "200") : new Outcome.NotThere("200");
    }

    public override async Task<Outcome> Withdraw(Delivered delivered, CancellationToken cancellation) =>
        Place(delivered) is var (column, member) ? await Empty(delivered, column, member, cancellation).ConfigureAwait(false) : new Outcome.Accepted(delivered.Receipt ?? new("none"));

    public override Task<IReadOnlyList<Trial>> Test(CancellationToken cancellation) => MoodleTrials.Scores(connection, Members, Columns, cancellation);

    private async Task<Outcome> Empty(Delivered delivered, string column, string member, CancellationToken cancellation)
    {
        var gone = new Outcome.Accepted(delivered.Receipt ?? Receipt(column, member), "200");
        var (cell, whyNot) = await Cells.Read(column, member, cancellation).ConfigureAwait(false);
        if (cell is null)
            return whyNot!;
        if (!MoodleMapping.Names(cell.Comment, delivered) && !(cell is { There: true, Score: null } && connection.Steps.ContainsKey(NothingStep)))
            return gone;
        var answer = await Cells.Write(column, member, null, cell, cancellation).ConfigureAwait(false);
        return answer switch
        {
            { Is2xx: true } or { Status: 404 } => gone,
            { Status: 409 } => new Outcome.TryLater("too-soon", TimeSpan.FromSeconds(2), "409"),
            _ => Unwritten(answer.Otherwise())!,
        };
    }

    private (string Column, string Member)? Place(Delivered delivered) =>
        (delivered.Receipt?.Parts?.GetValueOrDefault("column") ?? connection.Steps.GetValueOrDefault(ColumnStep), delivered.Receipt?.Parts?.GetValueOrDefault("member") ?? Members.Known) is ({ } column, { } member)
            ? (column, member) : null;

    private static Receipt Receipt(string column, string member) => new($"{new Uri(column).AbsolutePath} {member}", null, new Dictionary<string, string> { ["column"] = column, ["member"] = member });
}

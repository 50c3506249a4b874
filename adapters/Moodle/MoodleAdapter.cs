using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>
/// Moodle (4.5). Assessments and verifications rate the competencies that they are aligned to, by the web service, with a note that names the record. Attendance
/// and period accounts never rate: they are scores in a course's gradebook, by LTI 1.3 Assignment and Grade Services. Both ways are read back before anything is sent again.
/// </summary>
/// <remarks>
/// A score stands in a column of its group and day (attendance, 1 of 1) or of its group and period (an account, attended of expected sessions); all members of
/// a group share it, and Moodle shows each of them their own cell. Presentations are not carried: the column alone would tell a course that somebody presented.
/// Taking back a score empties its cell. Taking back a rating removes the note; the rating itself stands until somebody there rates anew, and a person is asked to.
/// </remarks>
public sealed class MoodleAdapter : IPortfolioAdapter
{
    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new("moodle", "Moodle", [.. MoodleScores.Kinds, .. MoodleRatings.Kinds], Repeating.ReadBack, new(AtOnce: 4), MoodleSettings.All);

    /// <inheritdoc/>
    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.ReadBack;

    /// <inheritdoc/>
    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) =>
        Way(record.Kind, connection) is { } way ? way.Put(record, null, cancellation) : Task.FromResult(MoodleSettings.Missing);

    /// <inheritdoc/>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) =>
        Way(record.Kind, connection) is { } way ? way.Put(record, before, cancellation) : Task.FromResult(MoodleSettings.Missing);

    /// <inheritdoc/>
    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Way(delivered.Kind, connection) is { } way ? way.Withdraw(delivered, cancellation) : Task.FromResult(MoodleSettings.Missing);

    /// <inheritdoc/>
    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Way(delivered.Kind, connection) is { } way ? way.Find(delivered, cancellation) : Task.FromResult(MoodleSettings.Missing);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation)
    {
        var trials = new List<Trial>();
        foreach (var way in new MoodleWay?[] { Ratings(connection), Scores(connection) }.OfType<MoodleWay>())
            trials.AddRange(await way.Test(cancellation).ConfigureAwait(false));
        return trials.Count > 0 ? trials : [new("signed-in", false, "Neither a web service token nor an LTI registration is set: assessments need the one, attendance the other.")];
    }

    private static MoodleWay? Way(string kind, AdapterConnection connection) => MoodleRatings.Kinds.Contains(kind) ? Ratings(connection) : Scores(connection);

    private static MoodleRatings? Ratings(AdapterConnection connection) =>
        connection.Settings.TryGetValue(MoodleSettings.Token, out var token) ? new(connection, token) : null;

    private static MoodleScores? Scores(AdapterConnection connection) =>
        connection.Settings.ContainsKey(MoodleSettings.ClientId) && MoodleSettings.LineItemsOf(connection) is { } items && MoodleSettings.MembersOf(connection) is { } members ? new(connection, items, members) : null;
}

using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>
/// Mahara (22.10): an entry in the trainee's journal, with the signed file beside it. Over a service token the file goes to the trainee's files first and the
/// entry, in plain text, last; over the trainee's own token one request makes an entry with HTML and the file attached. Both ways the journal can be read back.
/// </summary>
/// <remarks>
/// Nothing that Mahara offers to programs removes or changes an entry: a newer version is a further entry that names what it replaces, and taking back is
/// done by the trainee, there. Once the entry is gone that is seen, over either token.
/// Reading back means reading the trainee's latest entries, their own among them; nothing of them is kept.
/// </remarks>
public sealed class MaharaAdapter : IPortfolioAdapter
{
    private static readonly IReadOnlyList<string> Kinds =
        ["attendance", "presentation", "follow-up", "period-account", "assessment", "verification", "recorded-elsewhere", "leading"];

    /// <inheritdoc/>
    // About 17 requests a second are borne, and a delivery is up to four of them.
    public AdapterDescription Description { get; } = new("mahara", "Mahara", Kinds, Repeating.ReadBack, new(AtOnce: 2), MaharaSettings.All);

    /// <inheritdoc/>
    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.ReadBack;

    /// <inheritdoc/>
    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) => Put(record, null, connection, cancellation);

    /// <inheritdoc/>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) =>
        Put(record, before, connection, cancellation);

    /// <inheritdoc/>
    public async Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        await Find(delivered, connection, cancellation).ConfigureAwait(false) switch
        {
            Outcome.NotThere gone => new Outcome.Accepted(delivered.Receipt ?? new(MaharaMapping.Reference(delivered)), gone.Said),
            Outcome.NeedsPerson { Code: "look-there" } => new Outcome.NeedsPerson("remove-there", Everything: false),
            Outcome.AlreadyThere there => new Outcome.NeedsPerson("remove-there", Everything: false, there.Said),
            var other => other,
        };

    /// <inheritdoc/>
    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Over(connection) is { } journal ? journal.Find(delivered, cancellation) : Task.FromResult(MaharaSettings.Missing);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) =>
        Over(connection) is { } journal ? journal.Test(cancellation) : Task.FromResult<IReadOnlyList<Trial>>([MaharaTrials.Missing]);

    private static Task<Outcome> Put(SignedRecord record, Delivered? before, AdapterConnection connection, CancellationToken cancellation) =>
        Over(connection) is { } journal ? journal.Put(record, before, cancellation) : Task.FromResult(MaharaSettings.Missing);

    // A trainee who gave their own token meant it.
    private static MaharaJournal? Over(AdapterConnection connection) => connection.Settings switch
    {
        var settings when settings.TryGetValue(MaharaSettings.OwnToken, out var own) => new OwnJournal(connection, own),
        var settings when settings.TryGetValue(MaharaSettings.Token, out var token) && MaharaSettings.Person(settings) is { } person => new ServiceJournal(connection, token, person),
        _ => null,
    };
}

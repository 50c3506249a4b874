using System.Globalization;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>A trainee's journal, over one kind of token or the other.</summary>
internal abstract class MaharaJournal(AdapterConnection connection, string token)
{
    // Of a delivery: the journal that it was sent to, and its newest entry before.
    private const string Sent = "sent";

    protected AdapterConnection Connection { get; } = connection;

    protected MaharaServer Server { get; } = new(connection, token);

    /// <summary>What is there, or why it cannot be read.</summary>
    protected abstract Task<(MaharaShelf? Shelf, Outcome? WhyNot)> Read(CancellationToken cancellation);

    /// <summary>Writes an entry, the signed file first.</summary>
    protected abstract Task<Outcome> Write(SignedRecord record, Delivered? before, long blog, CancellationToken cancellation);

    public abstract Task<IReadOnlyList<Trial>> Test(CancellationToken cancellation);

    public async Task<Outcome> Put(SignedRecord record, Delivered? before, CancellationToken cancellation)
    {
        var (shelf, whyNot) = await Read(cancellation).ConfigureAwait(false);
        if (shelf is null)
            return whyNot!;
        if (shelf.Find(record.As(null)) is { } there)
            return new Outcome.AlreadyThere(Receipt(there.Id, there.Blog));
        if (shelf.Blog(Connection.Settings.GetValueOrDefault(MaharaSettings.Journal)) is not { } blog)
            return new Outcome.NeedsPerson("journal-missing");
        if (!Connection.Steps.ContainsKey(Sent))
            await Connection.KeepStep(Sent, string.Create(CultureInfo.InvariantCulture, $"{blog.Id} {shelf.Newest(blog.Id)}"), cancellation).ConfigureAwait(false);
        return await Write(record, before, blog.Id, cancellation).ConfigureAwait(false);
    }

    public async Task<Outcome> Find(Delivered delivered, CancellationToken cancellation)
    {
        var (shelf, whyNot) = await Read(cancellation).ConfigureAwait(false);
        if (shelf is null)
            return whyNot!;
        if (shelf.Find(delivered) is { } there)
            return new Outcome.AlreadyThere(Receipt(there.Id, there.Blog));
        return Place(delivered) is not var (blog, newerThan) || shelf.Lists(blog, newerThan) ? new Outcome.NotThere() : new Outcome.NeedsPerson("look-there", Everything: false);
    }

    protected Receipt Receipt(long post, long blog, string? file = null)
    {
        var parts = new Dictionary<string, string> { ["journal"] = Text(blog) };
        if ((file ?? Connection.Steps.GetValueOrDefault("fileid")) is { } id)
            parts["file"] = id;
        return new(Text(post), $"{Server.Site}/artefact/blog/view/index.php?id={Text(blog)}", parts);
    }

    // Where it was sent to and which entry is older than it; nothing where it was never sent.
    private (long Blog, long NewerThan)? Place(Delivered delivered) =>
        delivered.Receipt is { Parts: { } parts } receipt && parts.TryGetValue("journal", out var journal) ? (Number(journal), Number(receipt.Id) - 1)
        : Connection.Steps.TryGetValue(Sent, out var sent) && sent.Split(' ') is [var blog, var newest] ? (Number(blog), Number(newest))
        : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

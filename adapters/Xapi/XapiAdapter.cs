using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Xapi;

/// <summary>
/// xAPI learning record stores (1.0.3 and 2.0): a statement for each version of a record, signed, with an id derived from record and version, so that it can be
/// sent any number of times. Taking back is voiding, which nothing undoes: what goes again after that goes under the next derived id.
/// </summary>
public sealed class XapiAdapter : IPortfolioAdapter
{
    private const int MostRounds = 20;

    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new(
        "xapi", "xAPI learning record store",
        ["attendance", "presentation", "follow-up", "period-account", "assessment", "verification", "recorded-elsewhere", "leading"], Repeating.SameId, new(AtOnce: 4),
        [
            new("endpoint", "The store's address for xAPI, as it is given beside the key; statements are kept at its /statements.", SettingType.Url),
            new("key", "The key of an account of the store that may write and read statements (Basic authentication).", Required: false),
            new("secret", "The secret that belongs to the key.", SettingType.Secret, Required: false),
            new("token", "A bearer token, for stores that use one in the place of key and secret.", SettingType.Secret, Required: false),
            new("version", "The version of xAPI to speak. Left out, the store is asked when the connection is tried.", Required: false, Choices: [Store.Oldest, Store.Newest]),
            new("signature", "Whether statements are signed. Some stores refuse attachments. On where left out.", Required: false, Choices: ["on", "off"]),
            new("attachRecord", "Whether the signed record itself goes along. It names the trainee and the leader to whoever reads the store. Off where left out: then its address and digest do.",
                Required: false, Choices: ["on", "off"]),
        ]);

    /// <inheritdoc/>
    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.SameId;

    /// <inheritdoc/>
    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) => Over(connection, store => Send(record, connection, store, cancellation));

    /// <inheritdoc/>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) => Over(connection, async store =>
        // The old one first: between the two there is one too few to be seen, which is put right by going on, and never one too many.
        await Void(before, store, cancellation) is var taken and not Outcome.Accepted ? taken : await Send(record, connection, store, cancellation));

    /// <inheritdoc/>
    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => Over(connection, store => Void(delivered, store, cancellation));

    /// <inheritdoc/>
    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => Over(connection, async store =>
        await Look(delivered, store, cancellation) switch
        {
            (_, { } failed) => failed,
            ({ Visible: true, Id: var id }, _) => new Outcome.AlreadyThere(new(id.ToString()), "200"),
            _ => new Outcome.NotThere("404"),
        });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) => XapiTrial.Of(connection, cancellation);

    private static Task<Outcome> Over(AdapterConnection connection, Func<Store, Task<Outcome>> act) => Store.WhyNot(connection) is { } why ? Task.FromResult(why) : act(new(connection));

    private static async Task<Outcome> Send(SignedRecord record, AdapterConnection connection, Store store, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var id = StatementIds.Of(record.As(null), round);
            var statement = XapiMapping.Statement(record, connection.Subject, id);
            var answer = await store.Put(Body(statement, record, connection), cancellation);
            if (answer.Status == 413)
                return new Outcome.Refused("too-large", "413");
            if (answer.Status != 409 && !Took(answer, id))
                return answer.Otherwise();

            // A statement that was voided is taken again with the same answer, and stays voided.
            var there = await store.Get(id, cancellation);
            var said = $"{answer.Status} {there.Status}";
            if (there.Is2xx && answer.Status == 409)
                return SameStatement.Is(statement, Node(there)) ? new Outcome.AlreadyThere(new(id.ToString()), said) : new Outcome.Refused("differs", said);
            if (there.Status != 404)
                // Where the account may write and not read, the first answer has to do.
                return there.Is2xx || (answer.Status != 409 && there.Status is 401 or 403) ? new Outcome.Accepted(new(id.ToString()), said) : there.Otherwise();
            var voided = await store.GetVoided(id, cancellation);
            if (voided.Status == 404)
                return answer.Status == 409 ? new Outcome.NoAnswer("conflict", Said: said) : new Outcome.Accepted(new(id.ToString()), said);
            if (!voided.Is2xx)
                return voided.Otherwise();
        }
        return new Outcome.Refused("voided-too-often");
    }

    private static async Task<Outcome> Void(Delivered delivered, Store store, CancellationToken cancellation)
    {
        var known = Guid.TryParse(delivered.Receipt?.Id, out var id);
        if (!known)
        {
            var (found, failed) = await Look(delivered, store, cancellation);
            if (failed is not null)
                return failed;
            id = found.Id;
        }
        // Also where it is not to be seen: it may still be on its way.
        var answer = await store.Put(SignedStatement.Body(XapiMapping.Voiding(delivered.Url, id), null, "", null), cancellation);
        if (Took(answer, StatementIds.Voiding(id)))
            return Gone(id, answer);
        // An account may be let write and not void; then that is done at the store, and everything else goes on.
        if (answer.Status == 403)
            return new Outcome.NeedsPerson("remove-there", Everything: false, "403");
        if (answer.Status is not (400 or 404 or 409))
            return answer.Otherwise();
        var there = await store.Get(id, cancellation);
        return there.Status == 404 ? Gone(id, answer) : there.Is2xx ? new Outcome.Refused("not-voided", $"{answer.Status}") : there.Otherwise();
    }

    private static Outcome.Accepted Gone(Guid id, HttpAnswer answer) => new(new(id.ToString()), $"{answer.Status}");

    /// <summary>The first of its statements that was not voided: it is there, or it would be the next to come.</summary>
    private static async Task<((Guid Id, bool Visible) Found, Outcome? Failed)> Look(Delivered delivered, Store store, CancellationToken cancellation)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var id = StatementIds.Of(delivered, round);
            var there = await store.Get(id, cancellation);
            if (there.Status != 404)
                return ((id, there.Is2xx), there.Is2xx && Node(there) is not null ? null : there.Otherwise());
            var voided = await store.GetVoided(id, cancellation);
            if (!voided.Is2xx)
                return ((id, false), voided.Status == 404 ? null : voided.Otherwise());
        }
        return (default, new Outcome.Refused("voided-too-often"));
    }

    private static HttpContent Body(JsonObject statement, SignedRecord record, AdapterConnection connection) => SignedStatement.Body(
        statement, connection.Settings.GetValueOrDefault("attachRecord") == "on" ? record.Jwt : (ReadOnlyMemory<byte>?)null, RecordPlace.Of(record.Header.Id).Extension("signed-record"),
        connection.Settings.GetValueOrDefault("signature") == "off" ? null : connection.Key);

    private static bool Took(HttpAnswer answer, Guid id) => answer.Status == 204
        || (answer.Is2xx && answer.Json() is { ValueKind: JsonValueKind.Array } ids
            && ids.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && Guid.TryParse(one.GetString(), out var named) && named == id));

    private static JsonObject? Node(HttpAnswer answer) => answer.Json() is { ValueKind: JsonValueKind.Object } found ? JsonObject.Create(found) : null;
}

using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>
/// Open Badges 3.0 hosts: the trainee's own account there, written to by their permission. A record goes as it was signed; the host knows it by issuer and id
/// and keeps the newer of two versions. The protocol takes nothing back: a withdrawn record's status says so to whoever verifies it, and the person is asked
/// to remove what is to be seen there.
/// </summary>
public sealed class OpenBadgesAdapter : IAuthorizingAdapter
{
    private static readonly string[] Kinds =
        ["attendance", "presentation", "follow-up", "leading", "period-account", "assessment", "recorded-elsewhere", "verification"];

    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new("open-badges", "Open Badges 3.0 host", Kinds, Repeating.SameId, new(),
    [
        new(Names.Url, "The host's address, before /ims/ob/v3p0.", SettingType.Url),
        new(Names.Form, "The form that the host takes: embedded (a credential with its proof in it, the rule) or jwt (a compact JWS as text).", Required: false, Choices: [Names.Embedded, Names.Jwt]),
        new(Names.ClientId, "Where the host registers clients by hand: the client id that it gave out. It registers by itself where this is left out.", Required: false),
        new(Names.ClientSecret, "The secret that it gave out with the client id.", SettingType.Secret, Required: false),
    ]);

    /// <inheritdoc/>
    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.SameId;

    /// <inheritdoc/>
    public Task<(Uri? To, Outcome? WhyNot)> Begin(Uri back, string state, AdapterConnection connection, CancellationToken cancellation) =>
        Authorization.Begin(back, state, connection, cancellation);

    /// <inheritdoc/>
    public Task<Outcome?> Complete(Uri back, string code, AdapterConnection connection, CancellationToken cancellation) => Authorization.Complete(back, code, connection, cancellation);

    /// <inheritdoc/>
    public async Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(connection);
        if (OpenBadgesMapping.Content(record, connection.FormOf()) is null)
            return new Outcome.Refused("no-embedded-form");
        var session = new Session(connection);
        var answer = await session.Ask(() => Upserting(record, connection), cancellation).ConfigureAwait(false);
        var there = new Receipt(record.Header.Id);
        return answer.Answered switch
        {
            null => answer.WhyNot!,
            { Status: 304 } => new Outcome.AlreadyThere(there, "304"),
            { Status: 200 or 201 } same when OpenBadgesMapping.Echoes(same, record, connection.FormOf()) => new Outcome.Accepted(there, OpenBadgesMapping.Said(same)),
            // Nobody knows what the host made of it, so it is looked at.
            { Is2xx: true } or { Status: 409 } => await Looked(record, answer.Answered, session, cancellation).ConfigureAwait(false),
            _ => OpenBadgesMapping.Otherwise(answer.Answered),
        };
    }

    /// <inheritdoc/>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) => Deliver(record, connection, cancellation);

    /// <inheritdoc/>
    public async Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        var (found, whyNot) = await ReadBack.Any(new Session(connection), credential => credential.Id == delivered.Url, null, cancellation).ConfigureAwait(false);
        return (found, whyNot) switch
        {
            (false, null) => new Outcome.Accepted(delivered.Receipt ?? new(delivered.Url)),
            (_, Outcome.TryLater or Outcome.NoAnswer or Outcome.NeedsPerson { Everything: true }) => whyNot,
            _ => new Outcome.NeedsPerson("remove-there", Everything: false),
        };
    }

    /// <inheritdoc/>
    public async Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        var (found, whyNot) = await ReadBack.Any(
            new Session(connection), credential => credential.Id == delivered.Url && credential.Version == delivered.Version, null, cancellation).ConfigureAwait(false);
        return whyNot ?? (found ? new Outcome.AlreadyThere(delivered.Receipt ?? new(delivered.Url)) : new Outcome.NotThere());
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) => Trials.Of(connection, cancellation);

    private static async Task<Outcome> Looked(SignedRecord record, HttpAnswer answer, Session session, CancellationToken cancellation)
    {
        var (found, _) = await ReadBack.Any(session, credential => credential.IsAsIssued(record), record.Header.ValidFrom, cancellation).ConfigureAwait(false);
        var said = OpenBadgesMapping.Said(answer) + " read-back";
        return (found, answer.Status) switch
        {
            (true, 409) => new Outcome.AlreadyThere(new(record.Header.Id), said),
            (true, _) => new Outcome.Accepted(new(record.Header.Id), said),
            (_, 409) => OpenBadgesMapping.Otherwise(answer),
            _ => new Outcome.NoAnswer("echo-differs", Said: OpenBadgesMapping.Said(answer)),
        };
    }

    // The host knows it by issuer and id: however often it arrives, it is there once.
    private static HttpRequestMessage Upserting(SignedRecord record, AdapterConnection connection)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, connection.At("credentials")) { Content = OpenBadgesMapping.Content(record, connection.FormOf()) };
        request.Headers.Accept.Add(new(request.Content!.Headers.ContentType!.MediaType!));
        request.Options.Set(AdapterRequests.MayRepeat, true);
        return request;
    }
}

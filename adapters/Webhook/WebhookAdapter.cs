using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Webhook;

/// <summary>
/// Signed webhooks as Standard Webhooks has them: a few words about what happened to a record (<c>record.signed</c>, <c>record.superseded</c>,
/// <c>record.withdrawn</c>), on which the receiver comes and fetches the record itself.
/// </summary>
/// <remarks>
/// <para>A receiver checks each request before it believes a word of it. The signed text is <c>webhook-id</c>, a full stop, <c>webhook-timestamp</c>, a full stop
/// and the body, byte for byte as it came. One of the signatures in <c>webhook-signature</c>, which are separated by spaces, must be <c>v1,</c> and the
/// base64 of its HMAC-SHA256 with the secret (what follows <c>whsec_</c>, decoded), compared in constant time. While a secret is changed there are two
/// signatures, one with each; those of another version than <c>v1</c> are passed over.</para>
/// <para>A replay is refused by two things together: <c>webhook-timestamp</c>, seconds of the time of sending, must not be more than 300 seconds away from the
/// receiver's clock, and a <c>webhook-id</c> that was taken before is answered with 200 and nothing else is done. What is told again after a lost answer has
/// the id it had and a new time, for up to 14 days: so ids are kept for 15.</para>
/// <para>Any 2xx within 15 seconds is taken as done; types that a receiver does not know are to be answered so too. 410 ends the connection until somebody looks at it.
/// A redirect is never followed. 429, 502 and 504 slow it down, and <c>Retry-After</c> is kept to.</para>
/// </remarks>
public sealed class WebhookAdapter : IPortfolioAdapter
{
    private static readonly TimeSpan SlowDown = TimeSpan.FromMinutes(1);
    private static readonly string[] Secrets = ["secret", "secretBefore"];

    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new(
        "webhook", "Signed webhook",
        ["attendance", "presentation", "follow-up", "period-account", "assessment", "verification", "recorded-elsewhere", "leading"], Repeating.SameId, new(AtOnce: 8),
        [
            new("url", "Where events are posted to.", SettingType.Url),
            new("secret", "The secret that events are signed with: whsec_ and 24 to 64 bytes in base64. The receiver has the same.", SettingType.Secret),
            new("secretBefore", "While the secret is changed, the one before: events are signed with both. Take it away once the receiver knows the new one.", SettingType.Secret, Required: false),
        ]);

    /// <inheritdoc/>
    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.SameId;

    /// <inheritdoc/>
    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) =>
        Tell(record.As(null), WebhookMapping.Signed, _ => WebhookMapping.Of(record, connection.Subject, null), connection, cancellation);

    /// <inheritdoc/>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) =>
        Tell(record.As(null), WebhookMapping.Superseded, _ => WebhookMapping.Of(record, connection.Subject, before), connection, cancellation);

    /// <inheritdoc/>
    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Tell(delivered, WebhookMapping.Withdrawn, since => WebhookMapping.Of(delivered, connection.Subject, since), connection, cancellation);

    /// <inheritdoc/>
    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(new Outcome.NoAnswer("cannot-be-read-back"));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation)
    {
        if (WhyNot(connection) is not null)
            return [new("reached", null, "Give an address, and a secret of whsec_ and 24 to 64 bytes in base64.")];
        var now = connection.Clock.GetUtcNow();
        var answer = await Post(WebhookMapping.MessageId($"{connection.Id}/{now.ToUnixTimeMilliseconds()}"), WebhookMapping.Trial(now), connection, cancellation);
        return answer switch
        {
            { Failure: not null } => [new("reached", false, "Nothing answered at this address. Check it, or try again later.")],
            { Is2xx: true, MediaType: "text/html", Body.Length: > 0 } => [new("reached", false, "A web page answered, perhaps one to sign in at: this is not the address for events.")],
            { Is2xx: true } => [new("reached", true, "The receiver answered."), new("may-write", true, "It took an event that says nothing (connection.tried).")],
            _ => [new("reached", true, "The receiver answered."), new("may-write", false, $"It answered an event that says nothing (connection.tried) with {answer.Status}: check the address and that it has the same secret.")],
        };
    }

    private static Outcome.NeedsPerson? WhyNot(AdapterConnection connection) =>
        !Uri.TryCreate(connection.Settings.GetValueOrDefault("url"), UriKind.Absolute, out _) || WebhookSecret.Read(connection.Settings.GetValueOrDefault("secret")) is null
            ? new("not-set-up") : null;

    private static async Task<Outcome> Tell(Delivered of, string type, Func<DateTimeOffset, JsonObject> say, AdapterConnection connection, CancellationToken cancellation)
    {
        if (WhyNot(connection) is { } why)
            return why;
        var since = await Since(type, connection, cancellation);
        var id = WebhookMapping.MessageId(of, type, since);
        var answer = await Post(id, say(since), connection, cancellation);
        return answer switch
        {
            { Is2xx: true } => new Outcome.Accepted(new(id), Code(answer)),
            { Status: 429 } => new Outcome.TryLater("busy", answer.After ?? SlowDown, Code(answer)),
            // Somebody before the receiver gave up on it: it may have taken it.
            { Status: 502 or 504 } => new Outcome.NoAnswer("server-error", answer.After ?? SlowDown, Code(answer)),
            _ => answer.Otherwise(),
        };
    }

    /// <summary>Since when this is told. It is durable before the first byte is sent, so that every attempt has the same id.</summary>
    private static async Task<DateTimeOffset> Since(string type, AdapterConnection connection, CancellationToken cancellation)
    {
        if (connection.Steps.GetValueOrDefault(type) is { } kept && long.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        var now = connection.Clock.GetUtcNow();
        await connection.KeepStep(type, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), cancellation);
        return now;
    }

    private static Task<HttpAnswer> Post(string id, JsonObject said, AdapterConnection connection, CancellationToken cancellation)
    {
        var (at, body) = (connection.Clock.GetUtcNow().ToUnixTimeSeconds(), JsonSerializer.SerializeToUtf8Bytes(said));
        var secrets = Secrets.Select(name => WebhookSecret.Read(connection.Settings.GetValueOrDefault(name))).OfType<WebhookSecret>();
        var request = new HttpRequestMessage(HttpMethod.Post, connection.Settings["url"])
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", string.Join(' ', secrets.Select(secret => secret.Sign(id, at, body))));
        request.Options.Set(AdapterRequests.MayRepeat, true);
        return Exchange.Send(connection.Http, request, cancellation);
    }

    private static string Code(HttpAnswer answer) => answer.Status.ToString(CultureInfo.InvariantCulture);
}

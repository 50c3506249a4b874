using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Adapters.Conformance;

/// <summary>What can be wrong with an adapter.</summary>
public enum Bad
{
    Nothing, SendsAgainItself, LetsItBeRepeated, ClaimsSameId, TakesAnythingForAccepted, CallsALossLater, Throws, FollowsRedirects, SaysTheToken, SaysTheName, FindsNothingOnFailure,
    IgnoresRetryAfter, TakesConflictForAccepted, KeepsTryingWhatIsGone, KeepsTryingSignedOut, GoesByTheirClock, LeavesTheOlder, ForgetsToWithdraw, WithdrawsEverything, TrialLeavesSomething,
    FindsAnyVersion, PromisesAllWorks, PutsTheNewerFirst,
}

/// <summary>An adapter of <see cref="PlainHost"/> with one fault planted in it, or none.</summary>
internal sealed class BadAdapter(Bad bad) : IPortfolioAdapter
{
    public AdapterDescription Description { get; } = new("plain", "Plain host", ["attendance", "assessment"], Promised(bad), new(),
        [new("url", "Where it is.", SettingType.Url), new("token", "The token it gave out.", SettingType.Secret)]);

    public Repeating RepeatingOver(AdapterConnection connection) => Promised(bad);

    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) => Post(record, connection, again: bad == Bad.SendsAgainItself, cancellation);

    public async Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation)
    {
        if (await Of(record.Id, connection, cancellation) is not { } there)
            return new Outcome.TryLater("not-read");
        if (there.FirstOrDefault(entry => entry.Version == record.Header.Version) is { } already && await Clear(there.Where(entry => entry != already), connection, cancellation))
            return new Outcome.AlreadyThere(new(already.Id));
        if (bad == Bad.PutsTheNewerFirst && await Post(record, connection, false, cancellation) is var put)
            return put is Outcome.Accepted && !await Clear(there, connection, cancellation) ? new Outcome.NoAnswer("not-cleared") : put;
        return bad == Bad.LeavesTheOlder || await Clear(there, connection, cancellation) ? await Post(record, connection, false, cancellation) : new Outcome.TryLater("not-cleared");
    }

    public async Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation)
    {
        if (bad == Bad.ForgetsToWithdraw)
            return new Outcome.Accepted(new(delivered.Url));
        return await Of(bad == Bad.WithdrawsEverything ? null : delivered.Id, connection, cancellation) is { } there && await Clear(there, connection, cancellation)
            ? new Outcome.Accepted(delivered.Receipt ?? new(delivered.Url)) : new Outcome.TryLater("not-cleared");
    }

    public async Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation)
    {
        if (await Of(delivered.Id, connection, cancellation) is not { } there)
            return bad == Bad.FindsNothingOnFailure ? new Outcome.NotThere() : new Outcome.TryLater("not-read");
        return there.FirstOrDefault(entry => bad == Bad.FindsAnyVersion || entry.Version == delivered.Version) is { } entry ? new Outcome.AlreadyThere(new(entry.Id)) : new Outcome.NotThere();
    }

    public async Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation)
    {
        if (bad == Bad.TrialLeavesSomething)
            await Post(SampleRecords.Of("attendance"), connection, false, cancellation);
        var read = bad == Bad.PromisesAllWorks || await Of(null, connection, cancellation) is not null;
        return [new("may-read", read, read ? "Entries can be read." : "Entries cannot be read: check the address and the token.")];
    }

    private async Task<Outcome> Post(SignedRecord record, AdapterConnection connection, bool again, CancellationToken cancellation)
    {
        var body = JsonSerializer.Serialize(new PlainHost.Entry("", record.Id, record.Header.Version), JsonSerializerOptions.Web);
        var request = Asking(HttpMethod.Post, "entries", connection);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Options.Set(AdapterRequests.MayRepeat, bad == Bad.LetsItBeRepeated);
        var answer = await Send(request, connection, cancellation);
        if (again && answer.Failure is not null)
            return await Post(record, connection, false, cancellation);
        if (bad == Bad.GoesByTheirClock && answer.Headers.TryGetValue("Date", out var date) && (DateTimeOffset.Parse(date) - connection.Clock.GetUtcNow()).Duration() > TimeSpan.FromMinutes(2))
            return new Outcome.Refused("clock-off");
        return answer.Is2xx && PlainHost.Entry.Read(answer.Json()) is { } entry && entry.Record == record.Id ? new Outcome.Accepted(new(entry.Id), "201") : Otherwise(answer, record);
    }

    private Outcome Otherwise(HttpAnswer answer, SignedRecord record) => (bad, answer.Status) switch
    {
        (Bad.TakesAnythingForAccepted, >= 200 and < 300) or (Bad.TakesConflictForAccepted, 409) => new Outcome.Accepted(new(record.Header.Id)),
        (Bad.CallsALossLater, 0) => new Outcome.TryLater("not-reached"),
        (Bad.Throws, 0) => throw new HttpRequestException("The connection was cut."),
        (Bad.IgnoresRetryAfter, 429) => new Outcome.TryLater("busy", Said: "429"),
        (Bad.KeepsTryingWhatIsGone, 410) or (Bad.KeepsTryingSignedOut, 401) => new Outcome.TryLater("busy"),
        (Bad.SaysTheToken, 403) => new Outcome.NeedsPerson("may-not-write", Said: "403 for " + PlainHost.Token),
        (Bad.SaysTheName, 403) => new Outcome.NeedsPerson("may-not-write", Said: "403 for " + record.Claim.Holder.Name),
        _ => answer.Otherwise(),
    };

    private async Task<IReadOnlyList<PlainHost.Entry>?> Of(Guid? record, AdapterConnection connection, CancellationToken cancellation)
    {
        var answer = await Send(Asking(HttpMethod.Get, record is null ? "entries" : $"entries?record={record}", connection), connection, cancellation);
        if (!answer.Is2xx || answer.Json() is not { ValueKind: JsonValueKind.Array } json)
            return null;
        return [.. json.EnumerateArray().Select(entry => PlainHost.Entry.Read(entry)).OfType<PlainHost.Entry>()];
    }

    private async Task<bool> Clear(IEnumerable<PlainHost.Entry> entries, AdapterConnection connection, CancellationToken cancellation)
    {
        foreach (var entry in entries)
            if (await Send(Asking(HttpMethod.Delete, "entries/" + entry.Id, connection), connection, cancellation) is not ({ Is2xx: true } or { Status: 404 }))
                return false;
        return true;
    }

    private async Task<HttpAnswer> Send(HttpRequestMessage request, AdapterConnection connection, CancellationToken cancellation)
    {
        if (bad != Bad.FollowsRedirects)
            return await Exchange.Send(connection.Http, request, cancellation);
        using var own = new HttpClient();
        return await Exchange.Send(own, request, cancellation);
    }

    private static HttpRequestMessage Asking(HttpMethod method, string path, AdapterConnection connection) =>
        new(method, new Uri(new Uri(connection.Settings["url"]), path)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", connection.Settings["token"]) } };

    private static Repeating Promised(Bad bad) => bad == Bad.ClaimsSameId ? Repeating.SameId : Repeating.ReadBack;
}

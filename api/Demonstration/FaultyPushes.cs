using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Api.Demonstration;

/// <summary>Pushes that go wrong as they do in the field, to a platform that wants to see how it bears them. The ledger knows nothing of them, and stays true.</summary>
internal sealed class FaultyPushes(PortfolioDatabase database, Deliveries.Adapters adapters, PlaceConnections places, SignedRecords records, TimeProvider clock)
{
    private const string Prefix = "whsec_";

    /// <summary>Longer ago than a receiver takes anything from.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    // Enough to see an order in.
    private const int Most = 5;

    private sealed record Row(Guid PersonId, Guid RecordId, int Number);

    private sealed record Push(SignedRecord Record, PlaceConnection Place);

    public async Task<Answer<PushList>> Send(Guid programme, Guid platform, string fault, CancellationToken cancellation)
    {
        if ((await Open(programme, platform, cancellation)).Refused(out var problem, out var opened))
            return problem;
        var outcomes = new List<PushBody>();
        foreach (var (record, place) in fault == "out-of-order" ? opened.Pushes.OrderByDescending(push => push.Record.Header.ValidFrom).ThenByDescending(push => push.Record.Id) : opened.Pushes.AsEnumerable())
        {
            var connection = new FaultyConnection(place, fault == "wrong-signature" ? Forged(place.Settings) : place.Settings, fault == "late" ? new SlowClock(clock, Late) : clock).Anew();
            for (var times = fault == "twice" ? 2 : 1; times > 0; times--)
                outcomes.Add(new(record.Id, record.Header.Version, Told(await opened.Adapter.Deliver(record, connection, cancellation))));
        }
        return new PushList(outcomes);
    }

    private sealed record Opened(IPortfolioAdapter Adapter, IReadOnlyList<Push> Pushes);

    private async Task<Answer<Opened>> Open(Guid programme, Guid platform, CancellationToken cancellation)
    {
        const string Newest = """
            select c.person_id, v.record_id, v.number
            from connection c
            join record r on r.programme_id = c.programme_id and r.person_id = c.person_id and r.kind = any(c.kinds)
            join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
            where c.programme_id = @Programme and c.platform_id = @platform and c.ended_at is null
              and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)
            order by v.valid_from, v.record_id limit @Most
            """;
        await using var work = await database.Begin(programme, cancellation);
        if (!await ProgrammeStore.IsSandbox(work))
            return Problems.SandboxOnly;
        if (await OutwardStore.Find(work, platform) is not { } outward || adapters.Find(outward.Adapter) is not { } adapter)
            return Problems.NotWrittenTo;
        var (of, pushes) = ((await ProgrammeStore.Find(work, programme))!, new List<Push>());
        foreach (var row in await work.Rows<Row>(Newest, new { work.Programme, platform, Most }))
        {
            await OutwardPlaces.Hold(work, platform, row.PersonId);
            if (await places.Open(work, platform, row.PersonId) is { } place && place.Settings.Values.Any(IsSecret) && await records.Find(work, of, row.RecordId, row.Number) is { } record)
                pushes.Add(new(record, place));
        }
        // What was held to look is let go again: nothing of this is kept.
        return pushes.Count == 0 ? Problems.NothingToPush : new Opened(adapter, pushes);
    }

    private static bool IsSecret(string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    private static Dictionary<string, string> Forged(IReadOnlyDictionary<string, string> settings) =>
        settings.ToDictionary(one => one.Key, one => IsSecret(one.Value) ? Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : one.Value);

    private static string Told(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "accepted",
        Outcome.AlreadyThere => "already-there",
        Outcome.Refused refused => refused.Code,
        Outcome.NeedsPerson needs => needs.Code,
        Outcome.TryLater later => later.Code,
        Outcome.NoAnswer none => none.Code,
        _ => "unknown",
    };
}

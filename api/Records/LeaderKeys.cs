using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>A leader's key as it endorses; nothing that it endorses is older than it.</summary>
internal sealed record LeaderKey(Ed25519Key Key, DateTimeOffset From);

/// <summary>One key for each leader, held for that leader alone: with it the service signs what the leader vouches for, and nothing else.</summary>
internal sealed class LeaderKeys(MasterKey master, TimeProvider clock)
{
    private sealed record Row(Guid Id, Guid PersonId, byte[] Wrapped, DateTimeOffset FromAt);

    private sealed record Owned(byte[] PublicKey, Guid PersonId);

    private sealed record PublicRow(byte[] PublicKey, DateTimeOffset FromAt, DateTimeOffset? UntilAt, long? LostFrom);

    /// <summary>The keys of these leaders, made where one signs for the first time; none where Ed25519 is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, LeaderKey>> Of(Work work, IReadOnlyCollection<Guid> leaders)
    {
        // Shared with everybody who signs: a rotation waits for them, and they for it. In one order, or two signatures could wait for each other.
        const string Sql = """
            select id, person_id, wrapped, from_at from leader_key
            where programme_id = @Programme and person_id = any(@people) and until_at is null order by person_id for share
            """;
        if (!Ed25519.Available || leaders.Count == 0)
            return new Dictionary<Guid, LeaderKey>();
        await Make(work, leaders, clock.GetUtcNow());
        var of = new { work.Programme, people = leaders.ToArray() };
        var rows = await work.Rows<Row>(Sql, of);
        if (rows.Count < leaders.Count)
            rows = await work.Rows<Row>(Sql, of);
        return rows.ToDictionary(row => row.PersonId, row => new LeaderKey(new(master.Unwrap(row.Wrapped, work.Programme, row.Id)), row.FromAt));
    }

    /// <summary>Every key that a leader ever endorsed with, under its <c>did:key</c>: whose it is stands in what it endorsed.</summary>
    public static async Task<List<RecordKey>> All(Work work)
    {
        const string Sql = "select public_key, from_at, until_at, lost_from from leader_key where programme_id = @Programme order by from_at, id";
        return
        [
            .. (await work.Rows<PublicRow>(Sql, new { work.Programme })).Select(row =>
                new RecordKey(DidKey.VerificationMethod(row.PublicKey), SigningKeys.ToSeconds(row.FromAt), row.UntilAt, row.LostFrom) { Ed25519 = row.PublicKey }),
        ];
    }

    /// <summary>Whose each key is, by its verification method.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> Owners(Work work) =>
        (await work.Rows<Owned>("select public_key, person_id from leader_key where programme_id = @Programme", new { work.Programme }))
            .ToDictionary(key => DidKey.VerificationMethod(key.PublicKey), key => key.PersonId);

    /// <summary>Puts new keys in use for those who have one: for one leader, or for all of them.</summary>
    public async Task<IReadOnlyList<LogFact>> Rotate(Work work, Guid? leader)
    {
        const string Lock = """
            select person_id from leader_key
            where programme_id = @Programme and until_at is null and (@leader::uuid is null or person_id = @leader) order by person_id for update
            """;
        const string Date = """
            update leader_key set until_at = greatest(@now, from_at + interval '1 microsecond',
                (select max(valid_from) from record_version v where v.programme_id = leader_key.programme_id))
            where programme_id = @Programme and until_at is null and person_id = any(@people)
            """;
        const string Made = "select public_key from leader_key where programme_id = @Programme and id = @id";
        var people = await work.Rows<Guid>(Lock, new { work.Programme, leader });
        var now = clock.GetUtcNow();
        await work.Run(Date, new { work.Programme, now, people = people.ToArray() });
        var facts = new List<LogFact>();
        foreach (var id in await Make(work, people, now))
            facts.Add(new("key-rotated", id, 1, SHA256.HashData((await work.Row<byte[]>(Made, new { work.Programme, id }))!)));
        return facts;
    }

    private async Task<IReadOnlyList<Guid>> Make(Work work, IReadOnlyCollection<Guid> leaders, DateTimeOffset now)
    {
        const string Sql = """
            insert into leader_key (programme_id, id, person_id, public_key, wrapped, from_at)
            select @Programme, @id, @leader, @publicKey, @wrapped, @now
            where not exists (select 1 from leader_key where programme_id = @Programme and person_id = @leader and until_at is null)
            on conflict (programme_id, person_id) where until_at is null do nothing
            """;
        var made = new List<Guid>();
        foreach (var leader in leaders)
        {
            var (id, seed) = (Guid.CreateVersion7(), Ed25519.NewSeed());
            var values = new { work.Programme, id, leader, publicKey = Ed25519.PublicKey(seed), wrapped = master.Wrap(seed, work.Programme, id), now };
            if (await work.Run(Sql, values) == 1)
                made.Add(id);
        }
        return made;
    }
}

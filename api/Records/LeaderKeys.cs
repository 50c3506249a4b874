using Portfolio.Api.Database;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>One key for each leader, held for that leader alone: with it the service signs what the leader vouches for, and nothing else.</summary>
internal sealed class LeaderKeys(MasterKey master, TimeProvider clock)
{
    private sealed record Row(Guid Id, Guid PersonId, byte[] Wrapped);

    /// <summary>The keys of these leaders, made where one signs for the first time; none where Ed25519 is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, Ed25519Key>> Of(Work work, IReadOnlyCollection<Guid> leaders)
    {
        const string Sql = """
            select id, person_id, wrapped from leader_key where programme_id = @Programme and person_id = any(@people) and until_at is null
            """;
        if (!Ed25519.Available || leaders.Count == 0)
            return new Dictionary<Guid, Ed25519Key>();
        await Make(work, leaders);
        var rows = await work.Rows<Row>(Sql, new { work.Programme, people = leaders.ToArray() });
        return rows.ToDictionary(row => row.PersonId, row => new Ed25519Key(master.Unwrap(row.Wrapped, work.Programme, row.Id)));
    }

    private async Task Make(Work work, IReadOnlyCollection<Guid> leaders)
    {
        const string Sql = """
            insert into leader_key (programme_id, id, person_id, public_key, wrapped, from_at)
            select @Programme, @id, @leader, @publicKey, @wrapped, @now
            where not exists (select 1 from leader_key where programme_id = @Programme and person_id = @leader and until_at is null)
            on conflict (programme_id, person_id) where until_at is null do nothing
            """;
        foreach (var leader in leaders)
        {
            var (id, seed) = (Guid.CreateVersion7(), Ed25519.NewSeed());
            await work.Run(Sql, new
            {
                work.Programme, id, leader, publicKey = Ed25519.PublicKey(seed), wrapped = master.Wrap(seed, work.Programme, id), now = clock.GetUtcNow(),
            });
        }
    }
}

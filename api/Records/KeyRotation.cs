using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Records;

/// <summary>New keys, and lost ones. Both stand in the log, signed by the pair that is in use afterwards: whoever holds an old pair cannot append behind it.</summary>
internal sealed class KeyRotation(SigningKeys signing, LeaderKeys leaders, TimeProvider clock)
{
    private sealed record PublicHalves(byte[] First, byte[]? Second);

    public async Task<int> RotatePair(Work work, Programme programme) => await Log(work, programme, [await signing.Rotate(work)]);

    /// <summary>For one leader, or for every leader who has a key.</summary>
    public async Task<int> RotateLeaders(Work work, Programme programme, Guid? leader)
    {
        // The pair before the leaders' keys, as in signing: neither waits for the other in a circle.
        await signing.ToSign(work, programme);
        return await Log(work, programme, await leaders.Rotate(work, leader));
    }

    /// <summary>From a log position on, what a key signed is not believed. One that was in use is rotated.</summary>
    /// <returns>Whether it was rotated.</returns>
    public async Task<bool> DeclareLost(Work work, Programme programme, Guid key, long from)
    {
        var lines = await PublishedKeys.Lines(work);
        var line = lines.Find(line => line.Id == key) ?? throw new RefusedException($"The programme {programme.Key} has no key {key:D}; see `keys list`.");
        var next = (await ProgrammeLog.Head(work)).Position + 1;
        if (from < 1 || from > next)
            throw new RefusedException($"The log's next position is {next}: write a position from 1 to {next}.");
        if (line.LostFrom <= from)
            throw new RefusedException($"That key is not believed from position {line.LostFrom} on already; only an earlier position can be declared.");
        IReadOnlyList<LogFact> rotated =
            line.Until is not null ? [] : line.Leader is null ? [await signing.Rotate(work)] : await leaders.Rotate(work, line.Leader);
        var table = line.Leader is null ? "signing_key" : "leader_key";
        await work.Run($"update {table} set lost_from = @from where programme_id = @Programme and id = @key", new { work.Programme, key, from });
        var halves = (await work.Row<PublicHalves>(line.Leader is null
            ? "select rsa_public as first, ed25519_public as second from signing_key where programme_id = @Programme and id = @key"
            : "select public_key as first, null::bytea as second from leader_key where programme_id = @Programme and id = @key", new { work.Programme, key }))!;
        await Log(work, programme, [.. rotated, new("key-lost", key, checked((int)from), SigningKeys.Digests(halves.First, halves.Second))]);
        return rotated.Count > 0;
    }

    private async Task<int> Log(Work work, Programme programme, IReadOnlyList<LogFact> facts)
    {
        if (facts.Count > 0)
            await ProgrammeLog.Append(work, facts, await signing.ToSign(work, programme), clock.GetUtcNow());
        return facts.Count;
    }
}

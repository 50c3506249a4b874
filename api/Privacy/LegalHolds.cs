using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>Legal holds: while one is in force nothing of that person is erased.</summary>
internal sealed class LegalHolds(PersonKeys keys)
{
    private const string Place = "legal_hold.reason";

    private sealed record Row(Guid Id, byte[] Reason, DateTimeOffset PlacedAt, DateTimeOffset? LiftedAt);

    /// <summary>Waits for an erasure that is under way, and is then too late for it.</summary>
    public async Task<Answer<Made>> Add(Work work, Guid person, NewHold body, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into legal_hold (programme_id, id, person_id, reason, placed_at, made_by, made_from)
            values (@Programme, @Id, @person, @reason, @now, @By, @Hash)
            """;
        if (await ErasureStore.Lock(work, person) is null)
            return Problems.NotFound;
        if (!(await keys.Of(work, [person])).TryGetValue(person, out var key))
            return Problems.PersonErased;
        var reason = key.Close(Encoding.UTF8.GetBytes(body.Reason), Place);
        return await work.Once("legal_hold", Insert, new { work.Programme, creation.Id, person, reason, now, creation.By, creation.Hash }, creation);
    }

    /// <returns>Whether there is such a hold; lifting it twice is lifting it once.</returns>
    public static async Task<bool> Lift(Work work, Guid person, Guid hold, Guid by, DateTimeOffset now)
    {
        const string Sql = """
            update legal_hold set lifted_at = greatest(@now, placed_at), lifted_by = @by
            where programme_id = @Programme and id = @hold and person_id = @person and lifted_at is null
            """;
        const string There = "select 1 from legal_hold where programme_id = @Programme and id = @hold and person_id = @person";
        return await work.Run(Sql, new { work.Programme, person, hold, by, now }) == 1 || await work.Any(There, new { work.Programme, person, hold });
    }

    /// <summary>Newest first; those of somebody erased cannot be read any more.</summary>
    public async Task<IReadOnlyList<HoldBody>> Of(Work work, Guid person)
    {
        const string Sql = "select id, reason, placed_at, lifted_at from legal_hold where programme_id = @Programme and person_id = @person order by placed_at desc, id";
        var rows = await work.Rows<Row>(Sql, new { work.Programme, person });
        return (await keys.Of(work, [person])).TryGetValue(person, out var key)
            ? [.. rows.Select(row => new HoldBody(row.Id, Encoding.UTF8.GetString(key.Open(row.Reason, Place)), row.PlacedAt, row.LiftedAt))]
            : [];
    }
}

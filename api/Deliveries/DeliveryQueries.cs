using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>The ledger as it is shown.</summary>
internal static class DeliveryQueries
{
    /// <summary>What to show of it; what is left out is not asked about.</summary>
    /// <param name="Viewer">Whoever sees everything of their own, and of others no more than that something presented is on its way.</param>
    internal sealed record Asked(Guid Viewer, Guid? Trainee, Guid? Record, Guid? Platform, Guid? Connection, string? State, Guid? After, int Limit);

    private sealed record Row(
        Guid Id, Guid PlatformId, string Platform, Guid PersonId, Guid RecordId, int Number, string Kind, string Wanted, string State, string? Reason, string? Needs, int Tries,
        DateTimeOffset Since, DateTimeOffset? DueAt, DateTimeOffset? AcceptedAt, DateTimeOffset? WithdrawnAt, byte[]? Receipt);

    private const string Select = """
        select d.id, d.platform_id, p.name as platform, d.person_id, d.record_id, d.number, r.kind, d.wanted, d.state, d.reason, h.needs, d.tries::int, d.since, d.due_at,
               d.accepted_at, d.withdrawn_at, d.receipt
        from delivery d
        join platform p on p.programme_id = d.programme_id and p.id = d.platform_id
        join outward_place h on h.programme_id = d.programme_id and h.platform_id = d.platform_id and h.person_id = d.person_id
        join record r on r.programme_id = d.programme_id and r.id = d.record_id
        where d.programme_id = @Programme
        """;

    public static async Task<DeliveryList> Page(Work work, DeliverySeal seal, Asked asked)
    {
        const string Sql = $"""
            {Select}
              and (@Trainee::uuid is null or d.person_id = @Trainee) and (@Record::uuid is null or d.record_id = @Record)
              and (@Platform::uuid is null or d.platform_id = @Platform) and (@State::text is null or d.state = @State)
              and (@Connection::uuid is null or exists (select 1 from connection c where c.programme_id = d.programme_id and c.id = @Connection
                                                          and c.platform_id = d.platform_id and c.person_id = d.person_id))
              and (@After::uuid is null or (d.log_position, d.id) < (select a.log_position, a.id from delivery a where a.programme_id = @Programme and a.id = @After))
            order by d.log_position desc, d.id desc limit @Limit
            """;
        var rows = await work.Rows<Row>(Sql, new { work.Programme, asked.Trainee, asked.Record, asked.Platform, asked.Connection, asked.State, asked.After, asked.Limit });
        return new([.. rows.Select(row => Body(work, seal, row, asked.Viewer))], rows.Count == asked.Limit ? rows[^1].Id : null);
    }

    public static async Task<DeliveryBody?> Find(Work work, DeliverySeal seal, Guid id, Guid viewer)
    {
        const string Attempts = """
            select number::int, act, started_at, ended_at, outcome, code, said from delivery_attempt where programme_id = @Programme and delivery_id = @id order by number
            """;
        return await work.Row<Row>(Select + " and d.id = @id", new { work.Programme, id }) is { } row
            ? Body(work, seal, row, viewer) with { Attempts = await work.Rows<DeliveryAttemptBody>(Attempts, new { work.Programme, id }) }
            : null;
    }

    // When somebody presented is for themselves: to others it is a record of theirs.
    private static DeliveryBody Body(Work work, DeliverySeal seal, Row row, Guid viewer)
    {
        var own = row.PersonId == viewer;
        var receipt = own ? seal.Open(work.Programme, row.Id, row.Receipt) : null;
        return new(
            row.Id, row.PlatformId, row.Platform, row.PersonId, row.RecordId, row.Number, own || row.Kind is not ("presentation" or "follow-up") ? row.Kind : null, row.Wanted, row.State,
            row.Reason, row.Needs, row.Tries, row.Since, row.DueAt, row.AcceptedAt, row.WithdrawnAt, receipt is null ? null : new(receipt.Id, receipt.Url));
    }
}

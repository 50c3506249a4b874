using Portfolio.Api.Database;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>What a trainee says that they did, in the ledger.</summary>
internal sealed class UploadLedger(DeliverySeal seal)
{
    private const string Said = "said-by-person";

    /// <summary>The lines of these versions at somebody's place come to be accepted, where they are wanted there: saying so again changes nothing.</summary>
    public async Task SaidThere(Work work, Guid platform, Guid person, Guid pack, IReadOnlyList<FrozenRecord> records, DateTimeOffset now)
    {
        var values = new
        {
            work.Programme, platform, person, now, records = records.Select(record => record.RecordId).ToArray(), numbers = records.Select(record => record.Number).ToArray(),
        };
        var lines = await work.Rows<Guid>("""
            select d.id from delivery d join unnest(@records, @numbers) as said (record_id, number) on said.record_id = d.record_id and said.number = d.number
            where d.programme_id = @Programme and d.platform_id = @platform and d.person_id = @person and d.wanted = 'there' and d.state <> 'accepted'
            order by d.id for update of d
            """, values);
        if (lines.Count == 0)
            return;
        var receipt = new Receipt($"{pack:D}");
        await work.Run("""
            update delivery d set state = 'accepted', reason = null, doubt = false, due_at = null, withdrawn_at = null, accepted_at = @now, receipt = said.receipt
            from unnest(@lines, @receipts) as said (id, receipt)
            where d.programme_id = @Programme and d.id = said.id
            """, new { work.Programme, now, lines = lines.ToArray(), receipts = lines.Select(line => seal.Close(work.Programme, line, receipt)).ToArray() });
        await work.Run("""
            insert into delivery_attempt (programme_id, delivery_id, number, act, started_at, ended_at, outcome, said)
            select @Programme, line.id, coalesce((select max(a.number) from delivery_attempt a where a.programme_id = @Programme and a.delivery_id = line.id), 0) + 1,
                   'deliver', @now, @now, 'accepted', @said
            from unnest(@lines) as line (id)
            """, new { work.Programme, now, said = Said, lines = lines.ToArray() });
        await Next(work, values);
    }

    // An older version that waited for this one is now to be removed there, which the person is told of in its turn.
    private static Task<int> Next(Work work, object values) => work.Run("""
        with waiting as (
            update delivery set state = 'due', due_at = @now, reason = null
            where programme_id = @Programme and platform_id = @platform and person_id = @person and record_id = any(@records)
              and wanted = 'gone' and state = 'parked' and reason = 'waits-for-newer'
            returning id
        )
        update outward_place set due_at = least(coalesce(due_at, @now), @now)
        where programme_id = @Programme and platform_id = @platform and person_id = @person and exists (select 1 from waiting)
        """, values);
}

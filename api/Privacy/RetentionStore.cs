using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>How long a programme keeps what, and what is over by that.</summary>
internal static class RetentionStore
{
    public static Task<List<RetentionPeriod>> Periods(Work work) => work.Rows<RetentionPeriod>(
        "select kind, months::int from retention where programme_id = @Programme and months is not null order by kind", new { work.Programme });

    /// <summary>These periods, and none for any other kind.</summary>
    public static async Task Keep(Work work, IReadOnlyList<RetentionPeriod> periods)
    {
        const string Sql = """
            update retention set months = null where programme_id = @Programme;
            insert into retention (programme_id, kind, months) select @Programme, kind, months from unnest(@kinds, @months) as period (kind, months)
            on conflict (programme_id, kind) do update set months = excluded.months
            """;
        await work.Run(Sql, new { work.Programme, kinds = periods.Select(period => period.Kind).ToArray(), months = periods.Select(period => (short?)period.Months).ToArray() });
    }

    /// <summary>Erases the bytes of records whose time is over, of nobody who is held: counted from the session's day, or from when the newest version was signed.</summary>
    public static Task<List<ErasedVersion>> EraseBytes(Work work, DateOnly today) => work.Rows<ErasedVersion>("""
        with over as (
            select r.id from record r
            join retention t on t.programme_id = r.programme_id and t.kind = r.kind and t.months is not null
            left join session s on s.programme_id = r.programme_id and s.id = r.session_id
            where r.programme_id = @Programme
              and coalesce(s.held_on, (select local_date(@Programme, max(v.valid_from)) from record_version v where v.programme_id = r.programme_id and v.record_id = r.id))
                  + make_interval(months => t.months) <= @today
              and not exists (select 1 from legal_hold h where h.programme_id = r.programme_id and h.person_id = r.person_id and h.lifted_at is null)
        )
        update record_version v set jwt = null, embedded = null from over
        where v.programme_id = @Programme and v.record_id = over.id and v.jwt is not null
        returning v.record_id, v.number, v.digests
        """, new { work.Programme, today });

    /// <summary>People whose time is over: nothing true of them today, none of their records readable, nobody's hold.</summary>
    public static Task<List<Guid>> People(Work work, DateOnly today) => work.Rows<Guid>("""
        with fact as (
            select person_id, from_on, until_on from placement where programme_id = @Programme
            union all select person_id, from_on, until_on from clock_stop where programme_id = @Programme
            union all select trainee_id, from_on, until_on from supervision where programme_id = @Programme
            union all select supervisor_id, from_on, until_on from supervision where programme_id = @Programme
            union all select person_id, from_on, until_on from appointment where programme_id = @Programme
            union all select person_id, from_on, until_on from membership where programme_id = @Programme
            union all select person_id, from_on, until_on from mandate where programme_id = @Programme
        ), last as (
            select p.id, greatest(local_date(@Programme, p.made_at), max(f.until_on)) as last_on, bool_or(f.from_on is not null and f.until_on is null) as lasting
            from person p left join fact f on f.person_id = p.id
            where p.programme_id = @Programme group by p.id, p.made_at
        )
        select last.id from last
        join person_key k on k.programme_id = @Programme and k.person_id = last.id
        join retention t on t.programme_id = @Programme and t.kind = 'person' and t.months is not null
        where not coalesce(last.lasting, false) and last.last_on + make_interval(months => t.months) <= @today
          and not exists (select 1 from record r join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
                          where r.programme_id = @Programme and r.person_id = last.id and v.jwt is not null)
          and not exists (select 1 from legal_hold h where h.programme_id = @Programme and h.person_id = last.id and h.lifted_at is null)
        order by last.id
        """, new { work.Programme, today });
}

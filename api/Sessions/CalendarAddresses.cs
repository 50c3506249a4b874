using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Sessions;

/// <summary>The secret address from which somebody's calendar reads when their groups meet. A calendar cannot sign in, so the address itself lets it in, and shows no more than that.</summary>
internal static class CalendarAddresses
{
    private sealed record Row(Guid Id, string Group, string Site, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, bool Cancelled, int Version);

    /// <summary>Since when somebody has one; nothing where they have none.</summary>
    public static Task<DateTimeOffset?> Since(Work work, Guid person) => work.Row<DateTimeOffset?>(
        "select given_at from calendar_address where programme_id = @Programme and person_id = @person and ended_at is null", new { work.Programme, person });

    /// <summary>A new one, told this once; the one before leads nowhere from now on.</summary>
    public static async Task<LinkSecret> Make(Work work, Guid person, DateTimeOffset now)
    {
        var secret = LinkSecret.Make(work.Programme);
        await work.Run("""
            insert into calendar_address (programme_id, person_id, hash, given_at) values (@Programme, @person, @Hash, @now)
            on conflict (programme_id, person_id) do update set hash = @Hash, given_at = @now, ended_at = null
            """, new { work.Programme, person, secret.Hash, now });
        return secret;
    }

    public static Task<int> End(Work work, Guid person, DateTimeOffset now) => work.Run("""
        update calendar_address set ended_at = greatest(@now, given_at) where programme_id = @Programme and person_id = @person and ended_at is null
        """, new { work.Programme, person, now });

    /// <summary>Whose it is.</summary>
    public static Task<Guid?> Holder(Work work, LinkSecret secret) => work.Row<Guid?>(
        "select person_id from calendar_address where programme_id = @Programme and hash = @Hash and ended_at is null", new { work.Programme, secret.Hash });

    /// <summary>The sessions of the groups that somebody belongs to or leads on their days, from a year back.</summary>
    public static async Task<IReadOnlyList<CalendarEntry>> Entries(Work work, Programme programme, Guid person, DateTimeOffset now)
    {
        const string Sql = """
            select s.id, g.name as "group", p.name as site, s.held_on, s.starts_at, s.minutes::int, s.state = 'cancelled' as cancelled, s.version
            from session s
            join discussion_group g on g.programme_id = s.programme_id and g.id = s.group_id
            join site p on p.programme_id = g.programme_id and p.id = g.site_id
            where s.programme_id = @Programme and s.held_on >= @since
              and (exists (select 1 from membership m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @person
                             and in_force(m.from_on, m.until_on, s.held_on))
                or exists (select 1 from mandate l where l.programme_id = s.programme_id and l.group_id = s.group_id and l.person_id = @person
                             and in_force(l.from_on, l.until_on, s.held_on)))
            order by s.held_on, s.starts_at, s.id
            """;
        var rows = await work.Rows<Row>(Sql, new { work.Programme, person, since = programme.LocalDate(now).AddYears(-1) });
        return [.. from row in rows
                   let starts = programme.At(row.HeldOn, row.StartsAt)
                   where starts is not null
                   select new CalendarEntry(row.Id, row.Group, row.Site, starts.Value, row.Minutes, row.Cancelled, row.Version)];
    }
}

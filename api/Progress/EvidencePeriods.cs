using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>The periods that somebody's accounts can be of: from review to review, a placement, an appraisal year. Each group's account is signed by its own leaders.</summary>
internal static class EvidencePeriods
{
    private sealed record GroupRow(Guid GroupId, string Group, int Held, int Attended, int Minutes, Guid? RecordId, DateOnly? SignedOn);

    /// <summary>Reviews end a period on their cut-off for evidence, where one is set, so that the next begins the day after.</summary>
    public static IReadOnlyList<(string Kind, DateOnly From, DateOnly Until)> Of(IReadOnlyList<PlacementFact> placements, DateOnly? appraisalYear, DateOnly today)
    {
        var periods = new List<(string Kind, DateOnly From, DateOnly Until)>();
        var from = placements.Select(placement => (DateOnly?)placement.From).Min();
        foreach (var end in placements.Where(placement => placement.ReviewDate is not null).Select(placement => placement.EvidenceCutOff ?? placement.ReviewDate!.Value).Distinct().Order())
        {
            if (from is { } begun && begun <= end)
                periods.Add(("review", begun, end));
            from = end.AddDays(1);
        }
        periods.AddRange(placements.Select(placement => ("placement", placement.From, placement.To ?? today)));
        // An appraisal year is the year in which the given day lies, and those before it since the first placement.
        var first = placements.Select(placement => (DateOnly?)placement.From).Min();
        for (var begin = appraisalYear; begin is { } day && day.AddYears(1) > (first ?? appraisalYear) && day.Year > Fences.FirstDay.Year; begin = day.AddYears(-1))
            periods.Add(("appraisal-year", day, day.AddYears(1).AddDays(-1)));
        return [.. periods.Where(period => period.From <= today).OrderBy(period => period.From).ThenBy(period => period.Until).ThenBy(period => period.Kind, StringComparer.Ordinal)];
    }

    /// <summary>A period over all groups that the person was in, each with what an account of it would count and the account that was signed.</summary>
    /// <param name="leads">Whose own groups alone are shown; nothing for whoever may see all of them.</param>
    public static async Task<PeriodBody> Filled(Work work, Guid person, (string Kind, DateOnly From, DateOnly Until) period, DateOnly today, Guid? leads)
    {
        const string Sql = """
            select g.id as group_id, g.name as "group",
                   (select count(*)::int from session s where s.programme_id = g.programme_id and s.group_id = g.id and s.state = 'signed' and s.held_on between @from and @until
                      and exists (select 1 from membership m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @person
                                    and in_force(m.from_on, m.until_on, s.held_on) and m.standing in ('member', 'member-without-requirement'))) as held,
                   coalesce(a.attended, 0)::int as attended, coalesce(a.minutes, 0)::int as minutes, k.id as record_id, k.signed_on
            from discussion_group g
            left join lateral (
                select count(*) as attended, sum(v.minutes) as minutes
                from record r join session s on s.programme_id = r.programme_id and s.id = r.session_id
                join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
                where r.programme_id = g.programme_id and s.group_id = g.id and r.person_id = @person and r.kind = 'attendance' and s.held_on between @from and @until
                  and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)) a on true
            left join lateral (
                select r.id, local_date(@Programme, v.valid_from) as signed_on
                from record r join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
                where r.programme_id = g.programme_id and r.kind = 'period-account' and r.group_id = g.id and r.person_id = @person and r.from_on = @from
                order by v.number desc limit 1) k on true
            where g.programme_id = @Programme and exists (
                select 1 from membership m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @person
                  and m.from_on <= @until and (m.until_on is null or m.until_on >= @from))
              and (@leads::uuid is null or exists (
                select 1 from mandate d where d.programme_id = g.programme_id and d.group_id = g.id and d.person_id = @leads and in_force(d.from_on, d.until_on, @today)))
            order by g.name, g.id
            """;
        var until = period.Until < today ? period.Until : today;
        var rows = await work.Rows<GroupRow>(Sql, new { work.Programme, person, from = period.From, until, leads, today });
        return new(period.Kind, period.From, until, period.Until < today,
            [.. rows.Select(row => new PeriodInGroup(row.GroupId, row.Group, row.Held, row.Attended, row.Minutes, row.RecordId, row.SignedOn))]);
    }
}

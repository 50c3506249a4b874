using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>A group's training year, from 1 August on: its sessions, who was in it, and what the registers say.</summary>
internal sealed record GroupYear(
    DateOnly From, IReadOnlyList<YearSession> Sessions, IReadOnlyList<YearMember> Members, IReadOnlyDictionary<(Guid Session, Guid Person), YearLine> Lines)
{
    public DateOnly Until => From.AddYears(1).AddDays(-1);

    /// <summary>Everybody who was in the group that year or stands on one of its registers.</summary>
    public IEnumerable<Guid> People => Members.Select(member => member.PersonId).Concat(Lines.Keys.Select(line => line.Person)).Distinct();

    public bool Belongs(Guid person, DateOnly on) => Members.Any(member => member.PersonId == person && member.From <= on && !(member.Until < on));

    /// <summary>The year that a day is in.</summary>
    public static DateOnly StartOf(DateOnly day) => new(day.Month >= 8 ? day.Year : day.Year - 1, 8, 1);
}

/// <param name="Filled">Whether somebody has filled in its register.</param>
internal sealed record YearSession(Guid Id, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string State, string? CancelledFor, int Version, bool Filled)
{
    /// <summary>Whether its register could be signed by now, and is not.</summary>
    public bool Waits(DateOnly today) => State == Session.Open && HeldOn < today;
}

internal sealed record YearMember(Guid PersonId, string Standing, DateOnly From, DateOnly? Until);

internal sealed record YearLine(Guid SessionId, Guid PersonId, string Standing, string Attendance, int Minutes, bool Presented, bool FollowedUp);

internal static class GroupYears
{
    public static async Task<GroupYear> Of(Work work, Guid group, DateOnly from)
    {
        var values = new { work.Programme, group, from, until = from.AddYears(1).AddDays(-1) };
        var sessions = await work.Rows<YearSession>("""
            select id, held_on, starts_at, minutes::int, state, cancelled_for, version, leader_id is not null as filled
            from session where programme_id = @Programme and group_id = @group and held_on between @from and @until order by held_on, starts_at
            """, values);
        var members = await work.Rows<YearMember>("""
            select person_id, standing, from_on as "from", until_on as until from membership
            where programme_id = @Programme and group_id = @group and from_on <= @until and (until_on is null or until_on >= @from) order by from_on, id
            """, values);
        var lines = await work.Rows<YearLine>("""
            select l.session_id, l.person_id, l.standing, l.attendance, l.minutes::int, l.presented, l.followed_up
            from register_line l join session s on s.programme_id = l.programme_id and s.id = l.session_id
            where l.programme_id = @Programme and s.group_id = @group and s.held_on between @from and @until
            """, values);
        return new(from, sessions, members, lines.ToDictionary(line => (line.SessionId, line.PersonId)));
    }

    /// <summary>The years in which the group has sessions, the newest first.</summary>
    public static async Task<IReadOnlyList<DateOnly>> All(Work work, Guid group) =>
        [.. (await work.Rows<DateOnly>("select distinct held_on from session where programme_id = @Programme and group_id = @group", new { work.Programme, group }))
            .Select(GroupYear.StartOf).Distinct().OrderDescending()];

    /// <summary>Past sessions that nobody has signed, whichever year they are of, oldest first.</summary>
    public static Task<List<YearSession>> Unsigned(Work work, Guid group, DateOnly today) => work.Rows<YearSession>("""
        select id, held_on, starts_at, minutes::int, state, cancelled_for, version, leader_id is not null as filled
        from session where programme_id = @Programme and group_id = @group and state = 'open' and held_on < @today order by held_on, starts_at
        """, new { work.Programme, group, today });
}

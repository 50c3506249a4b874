using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Paper;

/// <summary>What the programme holds before an import, in the sheets' own keys.</summary>
internal sealed class ProgrammeDirectory
{
    private sealed record GroupRow(Guid Id, string Key, string Name, string Site);
    private sealed record PeriodRow(Guid GroupId, Guid PersonId, string As, DateOnly From, DateOnly? To);
    private sealed record LineOfSession(
        Guid SessionId, Guid PersonId, string Attendance, int Minutes, bool Presented, bool FollowedUp, DateOnly? FollowUpOf);
    private sealed record SessionOfGroup(
        Guid Id, Guid GroupId, DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string? Mode, string State, string? CancelledFor, Guid? LeaderId, Guid? CoLeaderId);

    private ProgrammeDirectory(
        IReadOnlyDictionary<string, Person> people, IReadOnlyDictionary<string, Guid> groups, IReadOnlyDictionary<string, string> names, IReadOnlySet<KnownFact> facts, ProgrammeFacts known) =>
        (People, Groups, GroupNames, Facts, Known) = (people, groups, names, facts, known);

    /// <summary>By sheet id; by id where somebody has none.</summary>
    public IReadOnlyDictionary<string, Person> People { get; }

    public IReadOnlyDictionary<string, Guid> Groups { get; }

    /// <summary>What each group is called, by its key.</summary>
    public IReadOnlyDictionary<string, string> GroupNames { get; }

    /// <summary>Dated facts that need not be added again.</summary>
    public IReadOnlySet<KnownFact> Facts { get; }

    public ProgrammeFacts Known { get; }

    public static async Task<ProgrammeDirectory> Read(Work work, PersonStore store, Programme programme)
    {
        var people = await store.All(work);
        var keyOf = people.ToDictionary(person => person.Id, KeyOf);
        var groups = await work.Rows<GroupRow>("""
            select g.id, g.key, g.name, s.name as site from discussion_group g
            join site s on s.programme_id = g.programme_id and s.id = g.site_id where g.programme_id = @Programme
            """, new { work.Programme });
        var groupOf = groups.ToDictionary(group => group.Id);
        var memberships = await Periods(work, "membership", "standing");
        var mandates = await Periods(work, "mandate", "kind");
        return new(
            people.ToDictionary(KeyOf), groups.ToDictionary(group => group.Key, group => group.Id), groups.ToDictionary(group => group.Key, group => group.Name), await KnownFact.Read(work),
            new([.. keyOf.Values], [.. groups.Select(group => (group.Key, group.Site))],
                [.. memberships.Select(ToPeriod)], [.. mandates.Select(ToPeriod)], await Sessions(work, programme, groupOf, keyOf)));

        GroupPeriod ToPeriod(PeriodRow row) => new(groupOf[row.GroupId].Key, keyOf.GetValueOrDefault(row.PersonId, ""), row.From, row.To);
    }

    public static string KeyOf(Person person) => person.Identity.Key ?? $"{person.Id:D}";

    private static Task<List<PeriodRow>> Periods(Work work, string table, string code) => work.Rows<PeriodRow>(
        $"""select group_id, person_id, {code} as "as", from_on as "from", until_on as "to" from {table} where programme_id = @Programme""", new { work.Programme });

    private static async Task<IReadOnlyList<KnownSession>> Sessions(
        Work work, Programme programme, Dictionary<Guid, GroupRow> groupOf, Dictionary<Guid, string> keyOf)
    {
        var sessions = await work.Rows<SessionOfGroup>("""
            select id, group_id, held_on, starts_at, minutes::int, mode, state, cancelled_for, leader_id, co_leader_id from session where programme_id = @Programme
            """, new { work.Programme });
        var lines = (await work.Rows<LineOfSession>("""
            select session_id, person_id, attendance, minutes::int, presented, followed_up, follow_up_of from register_line where programme_id = @Programme
            """, new { work.Programme })).ToLookup(line => line.SessionId);
        return [.. sessions.Select(session => new KnownSession(
            new(new(groupOf[session.GroupId].Key, session.HeldOn, session.StartsAt), groupOf[session.GroupId].Site, session.Minutes, session.Mode,
                session.CancelledFor is { } reason ? RegisterCode.Cancelled + reason : RegisterCode.Held, Key(session.LeaderId), Key(session.CoLeaderId),
                [.. lines[session.Id].Select(ToRow)], 0),
            session.State != Session.Open, $"/v1/programmes/{programme.Id:D}/sessions/{session.Id:D}"))];

        string? Key(Guid? person) => person is { } id ? keyOf.GetValueOrDefault(id, "") : null;

        LineRow ToRow(LineOfSession line) => new(keyOf.GetValueOrDefault(line.PersonId, ""), line.Attendance, line.Minutes,
            line.Presented ? RegisterCode.Presenter : line.FollowedUp ? RegisterCode.FollowUp : RegisterCode.Member, line.FollowUpOf, 0);
    }
}

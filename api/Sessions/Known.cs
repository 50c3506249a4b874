using Portfolio.Api.People;

namespace Portfolio.Api.Sessions;

/// <summary>A membership or a mandate: one person in one group, both ends included; open when it has no end.</summary>
internal sealed record GroupPeriod(string Group, string Person, DateOnly From, DateOnly? To);

/// <summary>
/// A session the programme already has. <c>Settled</c> is one that is signed or cancelled; <c>Address</c> is its path,
/// <c>/v1/…/sessions/{id}</c>, for whoever has to put something right there.
/// </summary>
internal sealed record KnownSession(SessionRow Session, bool Settled, string Address);

/// <summary>What the programme holds before an import, in the sheets' keys; one session at most for a group, date and start.</summary>
internal sealed record ProgrammeFacts(
    IReadOnlyCollection<string> People, IReadOnlyCollection<(string Group, string Site)> Sites,
    IReadOnlyCollection<GroupPeriod> Memberships, IReadOnlyCollection<GroupPeriod> Mandates, IReadOnlyCollection<KnownSession> Sessions)
{
    public static readonly ProgrammeFacts None = new([], [], [], [], []);
}

/// <summary>What registers are held against: the programme's facts and those of the people sheet that comes with them.</summary>
internal sealed class Known(ProgrammeFacts facts, PeopleSheet sheet)
{
    private readonly HashSet<string> people = [.. facts.People, .. sheet.People];
    private readonly ILookup<string, string> sites = facts.Sites.Concat(sheet.Sites).Distinct().ToLookup(s => s.Group, s => s.Site);
    private readonly Dictionary<(string, string), Periods> memberships =
        ByPerson([.. facts.Memberships, .. sheet.Rows.Where(r => r.Attends).Select(Period)]);
    private readonly Dictionary<(string, string), Periods> mandates =
        ByPerson([.. facts.Mandates, .. sheet.Rows.Where(r => r.Leads).Select(Period)]);
    private readonly Dictionary<SessionKey, KnownSession> sessions = facts.Sessions.ToDictionary(s => s.Session.Key);
    private readonly ILookup<(string, DateOnly), KnownSession> days =
        facts.Sessions.ToLookup(s => (s.Session.Key.Group, s.Session.Key.Date));

    public bool HasPerson(string person) => people.Contains(person);
    public bool HasGroup(string group) => !sheet.Complete || sites.Contains(group);
    public IEnumerable<string> SitesOf(string group) => sites[group];

    /// <summary>True when a row about this person, or about anybody, could not be read: what seems to be missing may stand in it.</summary>
    public bool IsUnclear(string person) => !sheet.Complete || sheet.Unclear.Contains(person);

    public Periods Memberships(string group, string person) => memberships.GetValueOrDefault((group, person), Periods.None);
    public Periods Mandates(string group, string person) => mandates.GetValueOrDefault((group, person), Periods.None);
    public KnownSession? Session(SessionKey key) => sessions.GetValueOrDefault(key);

    public KnownSession? SessionAtThatTime(SessionRow session) =>
        days[(session.Key.Group, session.Key.Date)].FirstOrDefault(k => k.Session.Held && Overlap(k.Session, session));

    private static bool Overlap(SessionRow a, SessionRow b) =>
        a.Key.Start <= b.Key.Start ? a.OverlapsWith(b.Key) : b.OverlapsWith(a.Key);

    private static GroupPeriod Period(PersonRow row) => new(row.Group!, row.Person, row.From, row.To);

    private static Dictionary<(string, string), Periods> ByPerson(IReadOnlyCollection<GroupPeriod> periods) =>
        periods.GroupBy(p => (p.Group, p.Person))
            .ToDictionary(p => p.Key, p => new Periods(p.Select(d => (d.From, d.To))));
}

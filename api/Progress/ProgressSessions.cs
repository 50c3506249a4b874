using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

/// <summary>The sessions that the facts of some people hang on, each looked at once: who led it, with which qualifications, in which form, how many were there.</summary>
internal sealed class ProgressSessions
{
    private readonly Dictionary<Guid, SeenSession> seen;
    private readonly ILookup<Guid, HeldRow> ofGroup;
    private readonly ILookup<Guid, QualifiedRow> qualified;

    private ProgressSessions(List<HeldRow> sessions, List<GroupRow> groups, List<QualifiedRow> qualified, List<FormRow> forms)
    {
        ofGroup = sessions.OrderBy(session => session.HeldOn).ThenBy(session => session.Id).ToLookup(session => session.GroupId);
        this.qualified = qualified.ToLookup(row => row.PersonId);
        var (details, own) = (groups.ToLookup(group => group.Id), forms.ToDictionary(form => form.Key));
        seen = sessions.ToDictionary(session => session.Id, session => See(session, details[session.GroupId], own));
    }

    private SeenSession See(HeldRow session, IEnumerable<GroupRow> group, Dictionary<string, FormRow> own)
    {
        var form = group.First().Form;
        var does = own.GetValueOrDefault(form) ?? new(form, ShippedForm.MemberDoes(form), ShippedForm.LeaderDoes(form));
        return new(
            session, form, does.MemberDoes == "was-supervised" ? Deed.WasSupervised : Deed.Attended, does.LeaderDoes == "supervised",
            group.Any(detail => detail.Closed && detail.FromOn <= session.HeldOn && (detail.UntilOn is null || session.HeldOn <= detail.UntilOn)),
            [.. new[] { session.LeaderId, session.CoLeaderId }.OfType<Guid>().Select(leader => new LeaderFact(leader, QualificationsOf(leader, session.HeldOn), Independent: true))]);
    }

    public static async Task<ProgressSessions> Read(Work work, IEnumerable<Guid> groups, IEnumerable<Guid> sessions)
    {
        var rows = await ProgressRows.Sessions(work, [.. groups.Distinct()], [.. sessions.Distinct()]);
        var leaders = rows.SelectMany(row => new[] { row.LeaderId, row.CoLeaderId }).OfType<Guid>().Distinct().ToArray();
        return new(rows, await ProgressRows.Groups(work), await ProgressRows.Qualifications(work, leaders), await ProgressRows.Forms(work));
    }

    public IEnumerable<HeldRow> OfGroup(Guid group) => ofGroup[group];

    public SeenSession this[Guid session] => seen[session];

    private IReadOnlyList<string> QualificationsOf(Guid leader, DateOnly day) =>
        [.. qualified[leader].Where(row => row.FromOn <= day && (row.UntilOn is null || day <= row.UntilOn)).Select(row => row.Code)];
}

/// <summary>A session as everybody who was at it shares it.</summary>
/// <param name="MemberDid">What its members did.</param>
/// <param name="Supervising">Whether leading it is supervising.</param>
internal sealed record SeenSession(HeldRow Row, string Form, Deed MemberDid, bool Supervising, bool Closed, IReadOnlyList<LeaderFact> Leaders)
{
    /// <summary>What somebody did who has a record of that kind.</summary>
    public Deed DeedOf(bool leading, Guid person) => !leading ? MemberDid : Supervising ? Deed.Supervised : Row.CoLeaderId == person ? Deed.CoLed : Deed.Led;

    /// <summary>Whoever led, and whether they had no say over the person on that day.</summary>
    public IReadOnlyList<LeaderFact> LeadersOf(List<SupervisionRow> supervisors)
    {
        foreach (var leader in Leaders)
            if (Supervises(supervisors, leader.Id))
                return [.. Leaders.Select(led => led with { Independent = !Supervises(supervisors, led.Id) })];
        return Leaders;
    }

    private bool Supervises(List<SupervisionRow> supervisors, Guid leader)
    {
        foreach (var row in supervisors)
            if (row.SupervisorId == leader && row.FromOn <= Row.HeldOn && (row.UntilOn is null || Row.HeldOn <= row.UntilOn))
                return true;
        return false;
    }
}

// What one does in the forms that everybody has; a programme's own forms say so themselves.
internal static class ShippedForm
{
    public static string MemberDoes(string form) => Supervises(form) ? "was-supervised" : "attended";

    public static string LeaderDoes(string form) => Supervises(form) ? "supervised" : "led";

    private static bool Supervises(string form) => form is "narrative-supervision-group" or "one-to-one-supervision";
}

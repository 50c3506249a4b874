using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

/// <summary>The sessions that the facts of some people hang on, each looked at once: who led it, with which qualifications, in which form, how many were there.</summary>
internal sealed class ProgressSessions
{
    private readonly Dictionary<Guid, HeldRow> held;
    private readonly ILookup<Guid, HeldRow> ofGroup;
    private readonly ILookup<Guid, GroupRow> groups;
    private readonly ILookup<Guid, QualifiedRow> qualified;
    private readonly Dictionary<string, FormRow> forms;
    private readonly Dictionary<Guid, IReadOnlyList<LeaderFact>> leaders;

    private ProgressSessions(List<HeldRow> sessions, List<GroupRow> groups, List<QualifiedRow> qualified, List<FormRow> forms)
    {
        held = sessions.ToDictionary(session => session.Id);
        ofGroup = sessions.OrderBy(session => session.HeldOn).ThenBy(session => session.Id).ToLookup(session => session.GroupId);
        this.groups = groups.ToLookup(group => group.Id);
        this.qualified = qualified.ToLookup(row => row.PersonId);
        this.forms = forms.ToDictionary(form => form.Key);
        leaders = sessions.ToDictionary(session => session.Id, IReadOnlyList<LeaderFact> (session) =>
            [.. new[] { session.LeaderId, session.CoLeaderId }.OfType<Guid>().Select(leader => new LeaderFact(leader, QualificationsOf(leader, session.HeldOn), Independent: true))]);
    }

    public static async Task<ProgressSessions> Read(Work work, IEnumerable<Guid> groups, IEnumerable<Guid> sessions)
    {
        var rows = await ProgressRows.Sessions(work, [.. groups.Distinct()], [.. sessions.Distinct()]);
        var leaders = rows.SelectMany(row => new[] { row.LeaderId, row.CoLeaderId }).OfType<Guid>().Distinct().ToArray();
        return new(rows, await ProgressRows.Groups(work), await ProgressRows.Qualifications(work, leaders), await ProgressRows.Forms(work));
    }

    public IEnumerable<HeldRow> OfGroup(Guid group) => ofGroup[group];

    public HeldRow this[Guid session] => held[session];

    /// <summary>What somebody did who has a record of that kind.</summary>
    public Deed DeedOf(HeldRow session, bool leading, Guid person)
    {
        var form = forms.GetValueOrDefault(FormOf(session.GroupId));
        return (leading ? form?.LeaderDoes ?? ShippedForm.LeaderDoes(FormOf(session.GroupId)) : form?.MemberDoes ?? ShippedForm.MemberDoes(FormOf(session.GroupId))) switch
        {
            "supervised" => Deed.Supervised,
            "was-supervised" => Deed.WasSupervised,
            "led" => session.CoLeaderId == person ? Deed.CoLed : Deed.Led,
            _ => Deed.Attended,
        };
    }

    public string FormOf(Guid group) => groups[group].First().Form;

    public bool WasClosed(HeldRow session) => groups[session.GroupId].Any(detail => detail.Closed && detail.FromOn <= session.HeldOn && (detail.UntilOn is null || session.HeldOn <= detail.UntilOn));

    /// <summary>Whoever led, and whether they had no say over the person on that day.</summary>
    public IReadOnlyList<LeaderFact> LeadersOf(HeldRow session, IReadOnlyList<SupervisionRow> supervisors)
    {
        var led = leaders[session.Id];
        return led.Any(leader => Supervises(leader.Id))
            ? [.. led.Select(leader => leader with { Independent = !Supervises(leader.Id) })]
            : led;

        bool Supervises(Guid leader)
        {
            for (var i = 0; i < supervisors.Count; i++)
                if (supervisors[i].SupervisorId == leader && supervisors[i].FromOn <= session.HeldOn && (supervisors[i].UntilOn is null || session.HeldOn <= supervisors[i].UntilOn))
                    return true;
            return false;
        }
    }

    private IReadOnlyList<string> QualificationsOf(Guid leader, DateOnly day) =>
        [.. qualified[leader].Where(row => row.FromOn <= day && (row.UntilOn is null || day <= row.UntilOn)).Select(row => row.Code)];
}

// What one does in the forms that everybody has; a programme's own forms say so themselves.
internal static class ShippedForm
{
    public static string MemberDoes(string form) => Supervises(form) ? "was-supervised" : "attended";

    public static string LeaderDoes(string form) => Supervises(form) ? "supervised" : "led";

    private static bool Supervises(string form) => form is "narrative-supervision-group" or "one-to-one-supervision";
}

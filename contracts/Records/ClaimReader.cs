namespace Portfolio.Contracts.Records;

// The kind's own part of reading: facts back into a claim; null where one is missing.
internal sealed record ClaimReader(
    Holder Holder, Leader? Leader, Provenance Provenance, IReadOnlyList<Alignment> Alignments, DateOnly Starts, DateOnly? Ends,
    IReadOnlyList<Fact> Facts, IReadOnlyList<string> Evidence)
{
    public Claim? Read(RecordKind kind) => kind switch
    {
        RecordKind.Attendance => Attendance(),
        RecordKind.Presentation => Presentation(),
        RecordKind.Leading => Leading(),
        RecordKind.PeriodAccount => PeriodAccount(),
        RecordKind.Assessment => Assessment(),
        RecordKind.RecordedElsewhere => RecordedElsewhere(),
        RecordKind.Verification => Verification(),
        _ => null,
    };

    private Attendance? Attendance() =>
        (Text("group"), Number("minutes"), Code<Mode>("mode")) is ({ } group, { } minutes, { } mode)
            ? new(Holder, Leader, group, Starts, minutes, mode, Provenance, Alignments)
            : null;

    private Presentation? Presentation() =>
        (Text("group"), Code<PresentationRole>("role")) is ({ } group, { } role)
            ? new(Holder, Leader, group, Starts, role, Provenance, Alignments)
            : null;

    private Leading? Leading() =>
        (Text("group"), Number("minutes"), Code<Mode>("mode"), Code<LeadingRole>("role")) is ({ } group, { } minutes, { } mode, { } role)
            ? new(Holder, Leader, group, Starts, minutes, mode, role, Provenance, Alignments)
            : null;

    private PeriodAccount? PeriodAccount() =>
        (Text("group"), Ends, Number("held"), Number("expected"), Number("attended")) is ({ } group, { } ends, { } held, { } expected, { } attended)
        && (Number("minutes"), Number("presented"), Number("followed-up")) is ({ } minutes, { } presented, { } followedUp)
            ? new(Holder, Leader, group, Starts, ends, held, expected, attended, minutes, presented, followedUp,
                [.. Each("leader").Select(PersonOf)], Evidence, Provenance, Alignments)
            : null;

    private Assessment? Assessment() =>
        (Text("group"), Text("form"), Text("form-version"), Text("outcome")) is ({ } group, { } form, { } version, { } outcome)
            ? new(Holder, Leader, group, Starts, form, version, outcome, [.. Each("rating").Select(RatingOf)], Provenance, Alignments)
            : null;

    private RecordedElsewhere? RecordedElsewhere() =>
        (Text("keeper"), Text("what"), Ends, Number("number")) is ({ } keeper, { } what, { } ends, { } number)
            ? new(Holder, keeper, what, Starts, ends, number, Text("reference"), Provenance, Alignments)
            : null;

    private Verification? Verification() =>
        (Text("pack"), Text("pack-version"), Code<VerificationScope>("scope"), Text("state")) is ({ } pack, { } version, { } scope, { } state)
            ? new(Holder, Leader, pack, version, scope, state, Starts, Evidence, Provenance, Alignments)
            : null;

    private string? Text(string key) => Facts.One(key);

    private int? Number(string key) => ReadRecord.Number(Facts.One(key));

    private T? Code<T>(string key) where T : struct, Enum => Codes.Read<T>(Facts.One(key));

    private IEnumerable<string> Each(string key) => Facts.Where(fact => fact.Key == key).Select(fact => fact.Value);

    private static Person PersonOf(string text) =>
        text.Split("; ") is [var name, var rest] && rest.Split(' ') is [var body, var number] ? new(name, body, number) : new(text);

    private static Rating RatingOf(string text) => text.Split("; ", 2) is [var item, var level] ? new(item, level) : new("", text);
}

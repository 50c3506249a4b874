namespace Portfolio.Contracts.Records;

// What each kind of record says about itself in format version 1. These words are signed: they never change, a new wording is a new version.
internal sealed record Achievement(string Name, string Type, string Description, string Criteria, IReadOnlyList<FactMeaning> Facts)
{
    public const int FormatVersion = 1;

    public static Achievement Of(RecordKind kind) => ByKind[kind];

    // The achievement stands beside the records, on the same host, so that kind and version are part of every record.
    public static string Id(string recordId, RecordKind kind) =>
        $"{Authority(recordId)}/achievements/{Codes.Of(kind)}/v{FormatVersion}";

    public static RecordKind? KindOf(string recordId, string achievementId)
    {
        var code = achievementId.Split('/') is [.., "achievements", var name, _] ? name : null;
        return Codes.Read<RecordKind>(code) is { } kind && Id(recordId, kind) == achievementId ? kind : null;
    }

    public static string Authority(string url)
    {
        var path = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? url : url[..path];
    }

    private static readonly IReadOnlyList<FactMeaning> Always =
    [
        new("version", "Version of this record"), new("provenance", "How it became known"), new("by", "Attested or imported by"),
        new("at", "Attested or imported at"),
    ];

    private static readonly FactMeaning Group = new("group", "Group");
    private static readonly FactMeaning Minutes = new("minutes", "Minutes");
    private static readonly FactMeaning Mode = new("mode", "In person or online");
    private static readonly FactMeaning Role = new("role", "Part taken");

    private static readonly Dictionary<RecordKind, Achievement> ByKind = new()
    {
        [RecordKind.Attendance] = new(
            "Attended a case-based discussion group", "Fieldwork",
            "Presence in one session of a case-based discussion group.",
            "The leader of the day closed the register with the holder on it, or the record says who did instead.",
            [Group, Minutes, Mode, .. Always]),
        [RecordKind.Presentation] = new(
            "Presented in a case-based discussion group", "Fieldwork",
            "A case presented or followed up in one session of a case-based discussion group. Nothing of the case is recorded.",
            "The leader of the day closed the register with the presentation on it, or the record says who did instead.",
            [Group, Role, .. Always]),
        [RecordKind.Leading] = new(
            "Led a case-based discussion group", "Fieldwork",
            "One session of a case-based discussion group led or co-led.",
            "The other leader of the day, or whoever appointed the leader, confirmed it.",
            [Group, Minutes, Mode, Role, .. Always]),
        [RecordKind.PeriodAccount] = new(
            "Period in a case-based discussion group", "Fieldwork",
            "One person's part in one case-based discussion group over a period, as counts.",
            "Counted from the signed records listed as evidence and confirmed by a leader of the group.",
            [
                Group, new("held", "Sessions held"), new("expected", "Sessions expected at"), new("attended", "Sessions attended"), Minutes,
                new("presented", "Cases presented"), new("followed-up", "Cases followed up"), new("leader", "Leader in the period"), .. Always,
            ]),
        [RecordKind.Assessment] = new(
            "Assessed in a case-based discussion group", "Assessment",
            "A leader's structured judgement on a form.",
            "The leader who judged filled in every item the form asks for.",
            [Group, new("form", "Form"), new("form-version", "Version of the form"), new("outcome", "Outcome"), new("rating", "Item and level"), .. Always]),
        [RecordKind.RecordedElsewhere] = new(
            "Recorded elsewhere", "Fieldwork",
            "What another system or paper holds, told on. It was not seen by the issuer.",
            "Somebody named in the record read it where it is kept and entered it here.",
            [new("keeper", "Where it is kept"), new("what", "What was counted"), new("number", "How many"), new("reference", "Reference there"), .. Always]),
        [RecordKind.Verification] = new(
            "Case-based discussion group requirement verified", "CertificateOfCompletion",
            "The state of a training requirement, checked against the signed records listed as evidence.",
            "Whoever is named as the source looked at the evidence and verified the state.",
            [new("pack", "Requirement pack"), new("pack-version", "Version of the pack"), new("scope", "What was verified"), new("state", "State"), .. Always]),
    };
}

internal sealed record FactMeaning(string Key, string Name);

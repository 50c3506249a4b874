using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Leap2A;

// A session becomes a meeting, a group's year an activity, what was signed off an achievement, a competency an ability, a record as issued a resource.
internal static class Leap2AMapping
{
    // What happened, with the records that tell of it.
    private sealed record Event(string Id, string Type, List<SignedRecord> Records)
    {
        public Claim Claim => Records[0].Claim;
    }

    /// <param name="records">In the order of what they are about.</param>
    public static IReadOnlyList<Leap2AEntry> Entries(IReadOnlyList<SignedRecord> records)
    {
        var events = Events(records);
        var years = Leap2AYear.Of([.. events.Where(one => one.Type == "meeting").Select(one => (one.Id, one.Claim))]);
        var abilities = records.SelectMany(record => record.Claim.Alignments).DistinctBy(item => item.Url).OrderBy(item => item.Url, StringComparer.Ordinal).ToList();
        var ties = Ties(events, years);
        Leap2AEntry[] entries =
        [
            .. years.Select(year => year.ToEntry(events.Where(one => year.Meetings.Contains(one.Id)).SelectMany(one => one.Records).Max(record => record.Header.ValidFrom))),
            .. events.Select(Entry),
            .. abilities.Select(item => new Leap2AEntry(
                Id(item), "ability", item.Name, $"{item.Code} in {item.Framework}: {item.Url}",
                records.Where(record => record.Claim.Alignments.Contains(item)).Max(record => record.Header.ValidFrom)) { Tags = [(item.Code, item.Name)] }),
            .. records.Select(Resource),
        ];
        return [.. entries.Select(entry => entry with { Links = [.. ties[entry.Id].Distinct()] })];
    }

    private static List<Event> Events(IReadOnlyList<SignedRecord> records)
    {
        var events = records.Where(record => record.Claim is not Presentation)
            .Select(record => record.Claim is Attendance or Leading ? new Event(Id("meeting", record), "meeting", [record]) : new Event(Id("achievement", record), "achievement", [record])).ToList();
        // A day on which somebody presented is one meeting with all that they did there; where only the presenting was recorded, that makes it.
        foreach (var record in records.Where(record => record.Claim is Presentation))
        {
            var (group, day) = (Words.Group(record.Claim), record.Claim.Starts);
            if (events.Find(one => one.Type == "meeting" && one.Claim.Starts == day && Words.Group(one.Claim) == group) is { } meeting)
                meeting.Records.Add(record);
            else
                events.Add(new(Id("meeting", record), "meeting", [record]));
        }
        return [.. events.OrderBy(one => one.Claim.Starts)];
    }

    // Each said from both ends, as Leap2A has it.
    private static ILookup<string, (string Relation, string To)> Ties(IReadOnlyList<Event> events, IReadOnlyList<Leap2AYear> years)
    {
        var ties = new List<(string From, string Relation, string To)>();
        var tellsOf = events.SelectMany(one => one.Records.Select(record => (record.Header.VersionId, one.Id))).ToDictionary();
        foreach (var year in years)
            foreach (var meeting in year.Meetings)
                Tie(year.Id, "has_part", "is_part_of", meeting);
        foreach (var one in events)
        {
            foreach (var evidence in one.Records.SelectMany(record => record.Claim.RestsOn).Where(tellsOf.ContainsKey))
                Tie(one.Id, "has_evidence", "is_evidence_of", tellsOf[evidence]);
            foreach (var record in one.Records)
            {
                var (relation, inverse) = one.Type == "meeting" ? ("has_outcome", "is_outcome_of") : ("has_evidence", "is_evidence_of");
                Tie(one.Id, relation, inverse, Id("file", record));
                foreach (var item in record.Claim.Alignments)
                    Tie(one.Id, "supports", "supported_by", Id(item));
            }
        }
        return ties.ToLookup(tie => tie.From, tie => (tie.Relation, tie.To));

        void Tie(string from, string relation, string inverse, string to) => ties.AddRange([(from, relation, to), (to, inverse, from)]);
    }

    private static Leap2AEntry Entry(Event one) => new(
        one.Id, one.Type, Words.Title(one.Claim), string.Join("\n", one.Records.Select(Words.Says)), one.Records.Max(record => record.Header.ValidFrom))
    {
        Starts = one.Type == "achievement" && one.Claim.Ends is null ? null : one.Claim.Starts,
        Ends = one.Claim.Ends ?? one.Claim.Starts,
        Role = one.Type == "meeting" ? string.Join(", ", one.Records.Select(record => Words.Role(record.Claim)).Distinct()) : null,
        Tags = [("cbd-group", "Case-based discussion group"), .. one.Records.SelectMany(record => record.Claim.Alignments).Select(item => (item.Code, item.Name)).Distinct()],
    };

    private static Leap2AEntry Resource(SignedRecord record) => new(
        Id("file", record), "resource", $"Signed record: {Words.Title(record.Claim)}",
        $"Version {record.Header.Version} of {record.Header.Id}, as {record.Header.Issuer.Name} signed it on {Words.Day(DateOnly.FromDateTime(record.Header.ValidFrom.UtcDateTime))}. "
        + "Any verifier of Open Badges 3.0 or W3C Verifiable Credentials 2.0 checks the file.", record.Header.ValidFrom)
    {
        File = RecordFile.Of(record),
    };

    private static string Id(string what, SignedRecord record) => $"portfolio:{what}-{record.Id:D}";

    private static string Id(Alignment item) => $"portfolio:ability-{item.Url[(item.Url.LastIndexOf('/') + 1)..]}";
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

// The paper year straight from its sheets: no import, no database.
internal static class PaperYear
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demonstration", "paper-year");
    private static readonly DateTimeOffset Imported = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly End = new(2025, 7, 31);

    public static IReadOnlyDictionary<string, TraineeFacts> Trainees { get; } = Read("trainee");
    public static IReadOnlyDictionary<string, TraineeFacts> MembersWithoutRequirement { get; } = Read("member");

    private static Dictionary<string, TraineeFacts> Read(string role)
    {
        var registers = Rows("registers.csv").ToList();
        var stops = Rows("clock-stops.csv").ToLookup(row => row["person_id"], row => new ClockStopFact(Day(row["from"])!.Value, Day(row["to"])));
        return Rows("people.csv").Where(row => row["role"] == role).GroupBy(row => row["person_id"])
            .ToDictionary(person => person.Key, person => Facts(person.Key, [.. person], registers, [.. stops[person.Key]]));
    }

    private static TraineeFacts Facts(
        string id, List<Dictionary<string, string>> placements, List<Dictionary<string, string>> registers, List<ClockStopFact> stops)
    {
        var own = registers.Where(row => row["person_id"] == id).ToList();
        return new(
            id,
            [.. own.Where(row => row["attendance"] is "present" or "partial").Select(Attended)],
            [.. own.Where(row => row["role"] is "presenter" or "follow-up").Select(Presented)],
            [.. registers.Where(row => placements.Any(placement => In(placement, row)))
                .DistinctBy(row => (row["group"], row["session_date"]))
                .Select(row => Session(row) with { NotExpected = own.Exists(line => line["session_date"] == row["session_date"] && line["attendance"] == "not-expected") })],
            [.. placements.Select(Placement)],
            stops,
            [],
            Elsewhere: [],
            Memberships: [.. placements.Select(row => new MembershipFact(Id(row["group"]), Day(row["from"])!.Value, Day(row["to"]), End))]);
    }

    /// <summary>The same year as if its groups had been closed Balint groups, led by whoever a German Chamber recognises.</summary>
    public static TraineeFacts AsBalintGroups(TraineeFacts facts) => facts with
    {
        Attended =
        [
            .. facts.Attended.Select(fact => fact with
            {
                Form = "balint-group",
                ClosedGroup = true,
                Leaders = [.. fact.Leaders!.Select(leader => leader with { Qualifications = ["chamber-recognised-balint-leader"] })],
            }),
        ],
    };

    private static bool In(Dictionary<string, string> placement, Dictionary<string, string> row) =>
        placement["group"] == row["group"] && Day(row["session_date"]) is { } day && day >= Day(placement["from"]) && day <= Day(placement["to"]);

    private static AttendedFact Attended(Dictionary<string, string> row) => new(
        $"{row["person_id"]}/{row["group"]}/{row["session_date"]}", Day(row["session_date"])!.Value, Id(row["group"]), Number(row["minutes_attended"]),
        Number(row["minutes"]), row["mode"] == "online" ? Mode.Online : Mode.InPerson, Provenance.Imported, Imported,
        Leaders: [.. new[] { row["leader_id"], row["co_leader_id"] }.Where(id => id is not "").Select(id => new LeaderFact(Id(id), [], Independent: true))]);

    private static PresentedFact Presented(Dictionary<string, string> row) => new(
        $"{row["person_id"]}/{row["group"]}/{row["session_date"]}/{row["role"]}", Day(row["session_date"])!.Value, Id(row["group"]),
        row["role"] == "presenter" ? PresentationRole.Presented : PresentationRole.FollowedUp, Imported);

    private static SessionFact Session(Dictionary<string, string> row) => new(
        Id(row["group"] + row["session_date"]), Id(row["group"]), Day(row["session_date"])!.Value,
        row["state"] == "held" ? SessionState.Held : SessionState.Cancelled, Minutes: Number(row["minutes"]));

    private static PlacementFact Placement(Dictionary<string, string> row) => new(
        Day(row["from"])!.Value, Day(row["to"]), row["grade"],
        [.. row["working_days"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Weekday)],
        Day(row["grade_expected_to"]), Day(row["review_date"]),
        row["wte"] is "" ? 1 : decimal.Parse(row["wte"], CultureInfo.InvariantCulture), Day(row["evidence_cut_off"]));

    private static DayOfWeek Weekday(string day) => Enum.GetValues<DayOfWeek>().Single(each => each.ToString().StartsWith(day, StringComparison.Ordinal));

    private static DateOnly? Day(string text) => text is "" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Guid Id(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    internal static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}

using Portfolio.Api.Sheets;

namespace Portfolio.Api.People;

/// <summary>
/// The sheet of people and their placements: its readable rows, and every group with each site the sheet names for it. Nothing follows
/// from what is missing about an <c>Unclear</c> person, who has an unreadable row, nor from a person missing in a sheet that is not
/// <c>Complete</c>, where a row could not be taken apart or does not say whose it is.
/// </summary>
internal sealed record PeopleSheet(
    IReadOnlyList<PersonRow> Rows, IReadOnlySet<string> Unclear, IReadOnlySet<(string Group, string Site)> Sites, bool Complete)
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "person_id", "name", "email", "professional_body", "number", "role", "grade", "wte", "working_days", "site", "group",
        "from", "to", "supervisor_id", "grade_expected_to", "review_date", "evidence_cut_off",
    ];

    /// <summary>For registers that come without a people sheet.</summary>
    public static readonly PeopleSheet None = new([], new HashSet<string>(), new HashSet<(string, string)>(), true);

    public IEnumerable<string> People => Rows.Select(r => r.Person).Distinct();

    /// <summary>Reads and checks the sheet by itself; a supervisor may also be among the people the programme already knows.</summary>
    public static async Task<PeopleSheet> Read(
        Stream content, string file, IReadOnlySet<string> alreadyKnown, Findings findings, CancellationToken stop)
    {
        var sheet = await Sheet.Open(content, file, Columns, findings, stop);
        var rows = new List<PersonRow>();
        var unclear = new HashSet<string>();
        var sites = new HashSet<(string, string)>();
        var everybodyNamed = true;
        foreach (var cells in sheet.Rows())
        {
            var row = PersonCells.Read(cells);
            if (cells.Sound)
                rows.Add(row);
            else
                unclear.Add(row.Person);
            everybodyNamed &= !cells.IsWrong("person_id");
            if (row is { Group: { Length: > 0 } group, Site.Length: > 0 })
                sites.Add((group, row.Site));
        }
        var people = new PeopleSheet(rows, unclear, sites, sheet.Complete && everybodyNamed);
        PeopleChecks.Check(people, alreadyKnown, (row, column, value, fix) => findings.Add(file, row.Line, column, value, fix));
        return people;
    }
}

using Portfolio.Api.Sheets;
using Portfolio.Tests.Sheets;

namespace Portfolio.Tests.People;

public class PeopleSheetTests
{
    private const string DateFix = "a day that exists, written yyyy-MM-dd, from 1990 to 2199, such as 2024-09-04";
    private const string DaysFix = "the days worked, each once and parted by spaces, such as Mon Tue Wed";
    private const string ShareFix = "more than 0 and at most 1 with up to two decimals, such as 0.6";
    private const string BodyFix = "the body's short name in letters, such as GMC, NMC, HCPC, UKCP or BPC, or none";
    private const string EmailFix = "one e-mail address, such as p001@example.org, or empty";

    [Theory]
    [InlineData(2, "person_id", "", "not empty")]
    [InlineData(2, "name", "", "not empty")]
    [InlineData(2, "role", "boss", "one of trainee, leader, supervisor, tutor, member")]
    [InlineData(2, "email", "p001", EmailFix)]
    [InlineData(2, "email", "Q <p001@example.org>", EmailFix)]
    [InlineData(2, "number", "990734", "seven digits, or L and six digits, such as 9907341")]
    [InlineData(2, "number", "", "seven digits, or L and six digits, such as 9907341")]
    [InlineData(2, "number", "٩٩٠٧٣٤١", "seven digits, or L and six digits, such as 9907341")]
    [InlineData(2, "professional_body", "gmc", "GMC")]
    [InlineData(2, "professional_body", "G M C", BodyFix)]
    [InlineData(3, "number", "ZZ1234567", "two capital letters and up to six digits, such as ZZ01701")]
    [InlineData(4, "number", "123", "empty: no professional body gives no number")]
    [InlineData(2, "group", "", "not empty")]
    [InlineData(6, "group", "riverside-wed", "empty: a supervisor belongs to no group; a supervisor who also leads has another row for that")]
    [InlineData(11, "wte", "0", ShareFix)]
    [InlineData(11, "wte", "1.01", ShareFix)]
    [InlineData(11, "wte", "-0.5", ShareFix)]
    [InlineData(11, "wte", "60%", ShareFix)]
    [InlineData(11, "wte", "", "a trainee's whole-time equivalent, such as 1.0 or 0.6")]
    [InlineData(11, "working_days", "Mon Mon", DaysFix)]
    [InlineData(11, "working_days", "Monday", DaysFix)]
    [InlineData(11, "working_days", "", DaysFix)]
    [InlineData(11, "grade", "", "not empty")]
    [InlineData(11, "from", "2024-02-30", DateFix)]
    [InlineData(11, "from", "07/08/2024", DateFix)]
    [InlineData(11, "to", "0001-01-01", DateFix)]
    [InlineData(11, "to", "", DateFix)]
    [InlineData(11, "from", "2025-08-01", "not after the last day, 2025-07-31")]
    [InlineData(11, "review_date", "soon", DateFix)]
    [InlineData(11, "supervisor_id", "P099", "the person_id of somebody in this sheet or the programme; add a row for P099")]
    [InlineData(11, "supervisor_id", "P009", "somebody else: nobody supervises themselves")]
    [InlineData(10, "name", "Owen Kaur", "the same for P008 in every row: line 9 says Owain Kaur")]
    [InlineData(10, "email", "p008b@example.org", "the same for P008 in every row: line 9 says p008@example.org")]
    [InlineData(10, "number", "9917941", "the same for P008 in every row: line 9 says 9917940")]
    [InlineData(11, "number", "9907341", "one that is P009's alone: line 2 gives it to P001")]
    [InlineData(11, "email", "P001@example.org", "one that is P009's alone: line 2 gives it to P001")]
    [InlineData(10, "from", "2025-02-04", "a day outside 2024-08-07 to 2025-02-04, which line 9 already states for P008")]
    public async Task A_cell_that_is_not_right_is_named_with_what_would_be(int line, string column, string value, string fix) =>
        Assert.Equal([new Finding("people.csv", line, column, value, fix)],
            await PaperImport.WithCell("people.csv", line, column, value));

    [Theory]
    [InlineData(3, "HCPC", "PS1")]
    [InlineData(3, "NMC", "99A0001E")]
    [InlineData(3, "GMC", "L999999")]
    [InlineData(3, "GPhC", "2999999")]
    [InlineData(3, "UKCP", "2011-99")]
    [InlineData(3, "none", "")]
    public async Task Every_body_has_its_own_number(int line, string body, string number)
    {
        var people = PaperImport.PeopleText.WithCell(line, "professional_body", body).WithCell(line, "number", number);

        Assert.Empty((await PaperImport.Read(people: people)).Findings.Listed);
    }

    [Fact]
    public async Task A_body_that_disagrees_with_another_row_is_named()
    {
        var import = await PaperImport.Read(people: PaperImport.PeopleText.WithCell(10, "professional_body", "UKCP"));

        Assert.Equal([new Finding("people.csv", 10, "professional_body", "UKCP", "the same for P008 in every row: line 9 says GMC")],
            import.Findings.Listed);
    }

    [Fact]
    public async Task A_leader_may_lead_two_groups_at_once_and_supervise()
    {
        var again = PaperImport.PeopleText.Line(2);
        var import = await PaperImport.Read(people: PaperImport.PeopleText.WithLinesAtEnd(
            again.Replace("riverside-wed", "riverside-fri"), again.Replace("leader", "supervisor").Replace("riverside-wed", "")));

        Assert.Empty(import.Findings.Listed);
    }

    [Fact]
    public async Task The_same_row_twice_is_an_overlap()
    {
        var import = await PaperImport.Read(people: PaperImport.PeopleText.WithLinesAtEnd(PaperImport.PeopleText.Line(2)));

        Assert.Equal([new Finding("people.csv", 28, "from", "2024-08-07",
            "a day outside 2024-08-07 to 2025-07-31, which line 2 already states for P001")], import.Findings.Listed);
    }

    [Fact]
    public async Task A_row_is_read_as_the_types_it_stands_for()
    {
        var row = (await PaperImport.Read()).People.Rows.Single(r => r.Line == 14);

        Assert.Equal(("P012", 0.6m, "riverside-wed", "P005"),
            (row.Person, row.WholeTimeEquivalent, row.Group, row.Supervisor));
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday], row.WorkingDays);
        Assert.Equal(
            (new DateOnly(2024, 8, 7), new DateOnly(2025, 2, 4), new DateOnly(2025, 6, 6)), (row.From, row.To, row.EvidenceCutOff));
    }

    [Theory]
    [InlineData(2, "person_id", "P099", "the person_id of somebody in the people sheet or the programme")]
    [InlineData(2, "person_id", "P 018", "letters, digits and . _ - / @ + without spaces, such as P008")]
    [InlineData(2, "from", "2025-03-01", "not after the last day, 2025-02-28")]
    [InlineData(2, "to", "28.2.2025", DateFix)]
    public async Task A_clock_stop_that_is_not_right_is_named(int line, string column, string value, string fix) =>
        Assert.Equal([new Finding("clock-stops.csv", line, column, value, fix)],
            await PaperImport.WithCell("clock-stops.csv", line, column, value));

    [Fact]
    public async Task Clock_stops_of_one_person_do_not_overlap()
    {
        var import = await PaperImport.Read(clockStops: PaperImport.ClockStopsText.WithLinesAtEnd("P018,2025-02-28,2025-03-31"));

        Assert.Equal([new Finding("clock-stops.csv", 3, "from", "2025-02-28",
            "a day outside 2024-11-20 to 2025-02-28, which line 2 already states for P018")], import.Findings.Listed);
    }
}

using System.Text;
using Portfolio.Api.Sessions;
using Portfolio.Api.Sheets;

namespace Portfolio.Tests.Sheets;

public class PaperYearTests
{
    [Fact]
    public async Task The_paper_year_reads_without_findings()
    {
        var import = await PaperImport.Read();

        Assert.Empty(import.Findings.Listed);
        Assert.Equal(27 - 1, import.People.Rows.Count);
        Assert.Single(import.ClockStops.Rows);
        Assert.Equal(662, import.Registers.Rows);
        Assert.Equal(91, import.Plan!.New.Count(s => s.Held));
        Assert.Equal(9, import.Plan.New.Count(s => !s.Held));
        Assert.Equal(0, import.Plan.Unchanged);
        LineRow[] lines = [.. import.Plan.New.SelectMany(s => s.Lines)];
        Assert.Equal(530, lines.Count(l => l.Attendance is "present" or "partial"));
        Assert.Equal(91, lines.Count(l => l.Role == "presenter"));
        Assert.Equal(24, lines.Count(l => l.Role == "follow-up"));
    }

    [Fact]
    public async Task A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        var import = await PaperImport.Read(
            Windows(PaperImport.PeopleText), Windows(PaperImport.ClockStopsText), Windows(PaperImport.RegistersText));

        Assert.Empty(import.Findings.Listed);
        Assert.Equal(100, import.Plan!.New.Count);

        static byte[] Windows(string text) => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))];
    }

    [Fact]
    public async Task The_columns_may_stand_in_any_order_and_cells_may_be_quoted()
    {
        var turned = string.Join('\n', PaperImport.RegistersText.TrimEnd().Split('\n')
            .Select(line => string.Join(',', line.Split(',').Reverse().Select(cell => $"\"{cell} \""))));

        var import = await PaperImport.Read(registers: turned);

        Assert.Empty(import.Findings.Listed);
        Assert.Equal(100, import.Plan!.New.Count);
    }

    [Fact]
    public async Task The_same_sheet_again_changes_nothing()
    {
        var first = await PaperImport.Read();

        var again = await PaperImport.Read(facts: Stored(first.Plan!.New));

        Assert.Empty(again.Findings.Listed);
        Assert.Empty(again.Plan!.New);
        Assert.Equal(100, again.Plan.Unchanged);
    }

    [Fact]
    public async Task A_sheet_with_later_weeks_adds_only_those()
    {
        var early = string.Join('\n', PaperImport.RegistersText.Split('\n').Take(333));
        var first = await PaperImport.Read(registers: early);

        var later = await PaperImport.Read(facts: Stored(first.Plan!.New));

        Assert.Empty(later.Findings.Listed);
        Assert.Equal(first.Plan.New.Count, later.Plan!.Unchanged);
        Assert.Equal(100 - first.Plan.New.Count, later.Plan.New.Count);
        Assert.All(later.Plan.New, s => Assert.True(s.Key.Date >= new DateOnly(2025, 2, 5)));
    }

    [Fact]
    public async Task People_already_in_the_programme_need_not_be_in_the_sheet()
    {
        var first = await PaperImport.Read();
        GroupPeriod Period(Portfolio.Api.People.PersonRow r) => new(r.Group!, r.Person, r.From, null);
        var facts = new ProgrammeFacts([.. first.People.People], [.. first.People.Sites],
            [.. first.People.Rows.Where(r => r.Attends).Select(Period)], [.. first.People.Rows.Where(r => r.Leads).Select(Period)], []);

        var alone = await PaperImport.Read(people: PaperImport.PeopleText.Split('\n')[0], facts: facts);

        Assert.Empty(alone.Findings.Listed);
        Assert.Equal(100, alone.Plan!.New.Count);
    }

    internal static ProgrammeFacts Stored(IEnumerable<SessionRow> sessions) => ProgrammeFacts.None with
    {
        Sessions = [.. sessions.Select(s => new KnownSession(s, Settled: true, $"/v1/sessions/{s.Key.Date:yyyyMMdd}"))],
    };
}

using Portfolio.Api.Sessions;
using Portfolio.Api.Sheets;
using Portfolio.Tests.Sheets;

namespace Portfolio.Tests.Sessions;

public class RegisterPlanTests
{
    private const string Corrections = "correct it at /v1/sessions/20240807/corrections";

    [Theory]
    [InlineData(3, "minutes_attended", "50", "the signed register says 60", "partial")]
    [InlineData(3, "role", "member", "the signed register says presenter", null)]
    [InlineData(2, "attendance", "apologies", "the signed register says absent", null)]
    public async Task A_row_that_differs_from_a_signed_session_is_sent_to_its_corrections(
        int line, string column, string value, string says, string? attendance)
    {
        var sheet = PaperImport.RegistersText.WithCell(line, column, value);
        sheet = attendance is null ? sheet : sheet.WithCell(line, "attendance", attendance);

        var import = await PaperImport.Read(registers: sheet, facts: await AllSigned());

        Assert.Contains(
            new Finding("registers.csv", line, column, value, $"{says}; if that is wrong, {Corrections}"), import.Findings.Listed);
        Assert.All(import.Findings.Listed, f => Assert.Equal(line, f.Line));
        Assert.Null(import.Plan);
    }

    [Fact]
    public async Task A_person_left_out_of_or_added_to_a_signed_session_is_sent_to_its_corrections()
    {
        var sheet = PaperImport.RegistersText.WithCell(4, "person_id", "P014");

        var import = await PaperImport.Read(registers: sheet, facts: await AllSigned());

        Assert.Equal(
        [
            new Finding("registers.csv", 2, "person_id", "",
                $"the signed register says a row for P012, present; if that is wrong, {Corrections}"),
            new Finding("registers.csv", 4, "person_id", "P014",
                $"the signed register says no row for this person; if that is wrong, {Corrections}"),
        ], import.Findings.Listed);
    }

    [Fact]
    public async Task A_session_whose_length_differs_from_the_signed_one_is_named_once()
    {
        var first = await PaperImport.Read();
        var signed = first.Plan!.New.Select(s => s.Line == 9 ? s with { Minutes = 60 } : s);

        var import = await PaperImport.Read(facts: PaperYearTests.Stored(signed));

        Assert.Equal([new Finding("registers.csv", 9, "minutes", "90",
            "the cancelled session says 60; if that is wrong, correct it at /v1/sessions/20240808/corrections")], import.Findings.Listed);
    }

    [Fact]
    public async Task A_session_that_is_there_and_not_signed_is_left_to_whoever_signs_it()
    {
        var facts = await AllSigned();
        var open = facts with { Sessions = [.. facts.Sessions.Select(s => s.Session.Line == 2 ? s with { Settled = false } : s)] };

        var import = await PaperImport.Read(facts: open);

        Assert.Equal([new Finding("registers.csv", 2, "session_date", "2024-08-07",
            "this session is already there and not signed: take it out of the sheet and finish it at /v1/sessions/20240807/register")],
            import.Findings.Listed);
    }

    [Fact]
    public async Task A_session_at_another_start_does_not_overlap_one_that_is_there()
    {
        var facts = await AllSigned();
        var moved = facts.Sessions.Single(s => s.Session.Line == 2);
        moved = moved with { Session = moved.Session with { Key = moved.Session.Key with { Start = new(15, 30) } } };

        var import = await PaperImport.Read(facts: ProgrammeFacts.None with { Sessions = [moved] });

        Assert.Equal([new Finding("registers.csv", 2, "start", "15:00",
            "a time when riverside-wed has no other session: one at 15:30 is already there, /v1/sessions/20240807")],
            import.Findings.Listed);
    }

    [Fact]
    public async Task A_leader_whose_mandate_has_ended_is_named_in_every_session_after_it()
    {
        var import = await PaperImport.Read(people: PaperImport.PeopleText.WithCell(3, "to", "2025-07-23"));

        Assert.Equal([new Finding("registers.csv", 650, "co_leader_id", "P002",
            "a leader of riverside-wed on 2025-07-30: P002 leads it 2024-08-07 to 2025-07-23")], import.Findings.Listed);
    }

    [Fact]
    public async Task The_last_day_of_a_mandate_and_of_a_membership_counts()
    {
        var people = PaperImport.PeopleText.WithCell(3, "to", "2025-07-30").WithCell(27, "to", "2025-07-30");

        var import = await PaperImport.Read(people: people);

        Assert.Empty(import.Findings.Listed);
    }

    [Fact]
    public async Task Somebody_whose_row_is_unreadable_is_not_also_unknown_to_the_registers()
    {
        var import = await PaperImport.Read(people: PaperImport.PeopleText.WithCell(12, "wte", "full"));

        Assert.Equal(["people.csv"], import.Findings.Listed.Select(f => f.File));
    }

    [Fact]
    public async Task Findings_of_all_three_sheets_come_at_once_by_sheet_and_line()
    {
        var import = await PaperImport.Read(
            PaperImport.PeopleText.WithCell(12, "wte", "full").WithCell(2, "number", "1"),
            PaperImport.ClockStopsText.WithCell(2, "to", "x"),
            PaperImport.RegistersText.WithCell(662, "mode", "x").WithCell(3, "person_id", "P014").WithCell(145, "leader_id", "P003"));

        Assert.Equal(
            ["people.csv 2", "people.csv 12", "clock-stops.csv 2", "registers.csv 3", "registers.csv 145", "registers.csv 662"],
            import.Findings.Listed.Select(f => $"{f.File} {f.Line}"));
    }

    [Fact]
    public async Task A_hundred_findings_are_listed_and_the_rest_counted()
    {
        var import = await PaperImport.Read(registers: PaperImport.RegistersText.Replace(",in-person,", ",here,"));

        Assert.Equal(100, import.Findings.Listed.Count);
        Assert.Equal(506 - 100, import.Findings.More);
        Assert.Equal(2, import.Findings.Listed[0].Line);
    }

    private static async Task<ProgrammeFacts> AllSigned() => PaperYearTests.Stored((await PaperImport.Read()).Plan!.New);
}

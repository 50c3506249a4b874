using Portfolio.Api.Sheets;
using Portfolio.Tests.Sheets;

namespace Portfolio.Tests.Sessions;

/// <remarks>Line 3 is P010 presenting in a session of 60 minutes on 2024-08-07; line 9 a cancelled session; line 2 P008, absent.</remarks>
public class RegisterSheetTests
{
    private const string DateFix = "a day that exists, written yyyy-MM-dd, from 1990 to 2199, such as 2024-09-04";
    private const string AtOnce = "15:00 as in line 2, or a time when that session of riverside-wed is over";
    private const string NoPeople = "empty: a cancelled session has one row and no people";
    private const string Reasons = "cancelled:leader-unavailable, cancelled:industrial-action, cancelled:holiday, cancelled:other";

    [Theory]
    [InlineData(3, "session_date", "7 Aug 2024", DateFix)]
    [InlineData(3, "session_date", "0001-01-01", DateFix)]
    [InlineData(3, "start", "3pm", "a time of day written HH:mm, such as 15:00")]
    [InlineData(3, "minutes", "0", "a whole number from 1 to 600")]
    [InlineData(3, "minutes", "sixty", "a whole number from 1 to 600")]
    [InlineData(3, "mode", "hybrid", "one of in-person, online")]
    [InlineData(3, "mode", "", "one of in-person, online")]
    [InlineData(3, "state", "cancelled", $"one of held, {Reasons}")]
    [InlineData(3, "state", "cancelled:snow", $"one of held, {Reasons}")]
    [InlineData(3, "leader_id", "", "not empty")]
    [InlineData(3, "co_leader_id", "P001", "somebody other than the leader, or empty")]
    [InlineData(3, "person_id", "", "not empty")]
    [InlineData(3, "person_id", "P002", "somebody who did not lead this session: nobody signs for themselves")]
    [InlineData(3, "attendance", "late", "one of present, partial, apologies, not-expected, absent")]
    [InlineData(3, "role", "speaker", "one of member, presenter, follow-up")]
    [InlineData(3, "minutes_attended", "61", "at most 60, the minutes of the session")]
    [InlineData(3, "minutes_attended", "50", "60 or empty: present is the whole session; or mark the person partial")]
    [InlineData(3, "minutes_attended", "-1", "a whole number from 0 to 9999")]
    [InlineData(3, "attendance", "partial", "less than 60; whoever stayed the whole session is present", "minutes_attended", "60")]
    [InlineData(2, "attendance", "partial", "the minutes attended, from 1 to 59; or mark the person absent", "minutes_attended", "0")]
    [InlineData(2, "minutes_attended", "30", "0 or empty: whoever is marked absent attended no minutes")]
    [InlineData(2, "role", "presenter", "member: whoever is marked absent presented nothing; or put the attendance right")]
    [InlineData(3, "role", "follow-up", DateFix, "follow_up_of", "")]
    [InlineData(3, "follow_up_of", "2024-08-01", "empty: only a follow-up has an earlier date, and the role is presenter")]
    [InlineData(9, "person_id", "P009", NoPeople)]
    [InlineData(9, "attendance", "absent", NoPeople)]
    [InlineData(9, "minutes_attended", "0", NoPeople)]
    [InlineData(4, "person_id", "P010", "one row for a person and session: line 3 is already there")]
    [InlineData(3, "minutes", "90", "the same in every row of the session: line 2 says 60")]
    [InlineData(3, "mode", "online", "the same in every row of the session: line 2 says in-person")]
    [InlineData(3, "site", "Moorland NHS Trust", "the same in every row of the session: line 2 says Riverside NHS Trust")]
    [InlineData(3, "leader_id", "P003", "the same in every row of the session: line 2 says P001")]
    [InlineData(3, "co_leader_id", "", "the same in every row of the session: line 2 says P002")]
    [InlineData(3, "state", "cancelled:holiday", "the same in every row of the session: line 2 says held")]
    [InlineData(3, "start", "15:30", AtOnce)]
    [InlineData(3, "start", "14:30", AtOnce)]
    [InlineData(3, "person_id", "P099", "the person_id of somebody in the people sheet or the programme")]
    [InlineData(3, "person_id", "P009", "a member of riverside-wed: P009 has no membership of it")]
    [InlineData(3, "person_id", "P014", "a day on which P014 is a member of riverside-wed: 2024-10-16 to 2025-07-31",
        "session_date", "2024-08-07")]
    [InlineData(145, "group", "riverside-fri", "a group of the programme or the people sheet")]
    [InlineData(145, "site", "Hillside NHS Trust", "Riverside NHS Trust, where riverside-wed meets")]
    [InlineData(145, "leader_id", "P003", "a leader of riverside-wed: P003 has no mandate for it")]
    [InlineData(145, "leader_id", "P099", "the person_id of somebody in the people sheet or the programme")]
    public async Task A_cell_that_is_not_right_is_named_with_what_would_be(
        int line, string column, string value, string fix, string? named = null, string? shown = null) =>
        Assert.Equal([new Finding("registers.csv", line, named ?? column, shown ?? value, fix)],
            await PaperImport.WithCell("registers.csv", line, column, value));

    [Fact]
    public async Task A_follow_up_is_of_an_earlier_day()
    {
        var sheet = PaperImport.RegistersText.WithCell(3, "role", "follow-up").WithCell(3, "follow_up_of", "2024-08-07");

        var import = await PaperImport.Read(registers: sheet);

        Assert.Equal([new Finding("registers.csv", 3, "follow_up_of", "2024-08-07",
            "the day the case was first presented, before 2024-08-07")], import.Findings.Listed);
    }

    [Fact]
    public async Task A_local_time_that_the_clocks_leave_out_is_named()
    {
        var import = await PaperImport.Read(registers: PaperImport.RegistersText.WithLinesAtEnd(
            "moorland-thu,Moorland NHS Trust,2025-03-30,01:30,60,in-person,held,P003,P004,P009,present,60,member,",
            "moorland-thu,Moorland NHS Trust,2025-03-30,02:30,60,in-person,held,P003,P004,P009,present,60,member,"));

        Assert.Equal([new Finding("registers.csv", 664, "start", "01:30",
            "a time that exists in Europe/London on 2025-03-30: the clocks went forward over this one")], import.Findings.Listed);
    }

    [Fact]
    public async Task A_cancelled_session_has_one_row()
    {
        var import = await PaperImport.Read(registers: PaperImport.RegistersText.WithLinesAtEnd(PaperImport.RegistersText.Line(9)));

        Assert.Equal([new Finding("registers.csv", 664, "session_date", "2024-08-08",
            "one row for a cancelled session: line 9 is already there")], import.Findings.Listed);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_row_is_said_at_once()
    {
        var sheet = PaperImport.RegistersText.WithCell(3, "minutes", "x").WithCell(3, "role", "x").WithCell(3, "person_id", "");

        var import = await PaperImport.Read(registers: sheet);

        Assert.Equal(["minutes", "person_id", "role"], import.Findings.Listed.Select(f => f.Column));
    }
}

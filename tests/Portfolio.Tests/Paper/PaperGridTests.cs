using System.Text;
using Portfolio.Api.Paper;
using Portfolio.Api.Sheets;

namespace Portfolio.Tests.Paper;

public sealed class PaperGridTests
{
    private static readonly DateOnly Today = new(2025, 6, 2);

    [Fact]
    public async Task A_sheet_is_read_as_it_looks_on_paper_and_an_empty_cell_above_the_names_means_the_same_again()
    {
        var (grid, findings) = await Read(PaperScene.March);
        Assert.Empty(findings.Listed);
        Assert.Equal(
            [
                (new(2025, 3, 5), new(15, 0), 60, "in-person", null, 1, (int?)2), (new(2025, 3, 12), new(15, 0), 60, "in-person", "holiday", 1, null),
                (new(2025, 3, 19), new(15, 0), 60, "online", null, 1, null), (new(2025, 3, 26), new TimeOnly(15, 0), 60, "online", null, (int?)1, 2),
            ],
            grid!.Days.Select(day => (day.Date, day.Start, day.Minutes, day.Mode, day.CancelledFor, day.Leader, day.CoLeader)));
        Assert.Equal(
            [(1, "L. Leader", null), (2, "C Coleader", null), (3, "Tara  T.", "P*,,45,P"), (4, "Otto Other", "P,,?,?"), (5, "Somebody Else", "P,,P,P")],
            grid.Names.Select(name => (name.Number, name.Name, name.Marks is null ? null : string.Join(',', name.Marks))));
    }

    [Theory]
    [InlineData("p", "P")]
    [InlineData("Present", "P")]
    [InlineData("P *", "P*")]
    [InlineData("45+", "45+")]
    [InlineData("not expected", "N")]
    [InlineData("apologies", "A")]
    [InlineData("absent", "0")]
    [InlineData("0*", "?")]
    [InlineData("A*", "?")]
    [InlineData("*", "?")]
    [InlineData("?", "?")]
    [InlineData("ill", "?")]
    [InlineData("601", "?")]
    [InlineData("-5", "?")]
    [InlineData("", "")]
    public void What_is_no_mark_is_unknown_and_its_words_are_not_kept(string cell, string mark) => Assert.Equal(mark, PaperMark.Of(cell));

    [Theory]
    [InlineData("name,2025-03-05", "name,2025-03-32", 1, "2025-03-32", "a day that exists")]
    [InlineData("name,2025-03-05", "name,2025-06-03", 1, "2025-06-03", "today, 2025-06-02")]
    [InlineData("name,2025-03-05", "name,2025-03-12", 1, "2025-03-12", "a day after 2025-03-12")]
    [InlineData("name,2025-03-05", "date,2025-03-05", 1, "", "name, and then a column for each day")]
    [InlineData("start,15:00", "start,3pm", 2, "2025-03-05", "a time of day")]
    [InlineData("start,15:00", "begin,15:00", 1, "name", "a row called start")]
    [InlineData("minutes,60", "minutes,", 3, "2025-03-05", "a whole number from 1 to 600")]
    [InlineData("mode,in-person", "mode,here", 4, "2025-03-05", "one of in-person, online")]
    [InlineData("leader,L. Leader,,,", "leader,,,,", 5, "2025-03-05", "not empty")]
    [InlineData("C Coleader,,,C", "l. leader,,,C", 6, "2025-03-05", "somebody other than the leader")]
    [InlineData("holiday", "rain", 7, "2025-03-12", "one of leader-unavailable")]
    [InlineData("Tara  T.,P*,,45", "Tara  T.,P*,,61", 8, "2025-03-19", "at most 60")]
    [InlineData("Otto Other,P,,", "Otto Other,P,P,", 9, "2025-03-12", "empty: the session of that day was cancelled")]
    [InlineData("Somebody Else", "OTTO   other", 10, "name", "each name once: line 9")]
    public async Task A_wrong_sheet_names_line_column_and_what_would_be_right(string right, string wrong, int line, string column, string fix)
    {
        Assert.Contains(right, PaperScene.March, StringComparison.Ordinal);
        var (grid, findings) = await Read(PaperScene.March.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(grid);
        Assert.Contains(findings.Listed, finding => finding.Line == line && finding.Column == column && finding.Fix.StartsWith(fix, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name,")]
    [InlineData("name,2025-03-05")]
    [InlineData("name;2025-03-05\nstart;15:00")]
    [InlineData("name,2025-03-05\n\"open,P")]
    [InlineData("name,2025-03-05\nstart,15:00\nstart,15:00")]
    public async Task Garbage_is_findings_and_never_an_error(string text)
    {
        var (grid, findings) = await Read(text);
        Assert.Null(grid);
        Assert.NotEmpty(findings.Listed);
    }

    private static async Task<(PaperGrid? Grid, Findings Findings)> Read(string text)
    {
        var findings = new Findings();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await PaperGrid.Read(content, "march.csv", TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), Today, findings, TestContext.Current.CancellationToken), findings);
    }
}

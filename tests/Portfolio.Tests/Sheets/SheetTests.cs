using System.Text;
using Portfolio.Api.Sheets;

namespace Portfolio.Tests.Sheets;

public class SheetTests
{
    private const string Quoting = "a cell with quotation marks is quoted as a whole, on one line, and the marks inside it are doubled";

    [Fact]
    public Task An_unknown_column_is_named() => Finds("date,who,why\n",
        new Finding("f.csv", 1, "why", "why", "no column of this sheet; the columns are date, who"));

    [Fact]
    public Task A_missing_column_is_named() => Finds("who\n",
        new Finding("f.csv", 1, "date", "", "the column date is missing: add it"));

    [Fact]
    public Task A_column_that_stands_twice_is_named() => Finds("date,who,who\n",
        new Finding("f.csv", 1, "who", "who", "each column once"));

    [Fact]
    public Task An_empty_sheet_misses_every_column() => Finds("",
        new("f.csv", 1, "date", "", "the column date is missing: add it"), new("f.csv", 1, "who", "", "the column who is missing: add it"));

    [Fact]
    public Task Cells_parted_by_semicolons_are_one_finding() => Finds("date;who\n2024-09-04;P1\n",
        new Finding("f.csv", 1, "", "date;who", "cells parted by commas"));

    [Fact]
    public Task A_row_with_a_cell_too_few_names_the_column_that_is_missing() => Finds("date,who\n\n2024-09-04\n",
        new Finding("f.csv", 3, "who", "2024-09-04", "2 cells, as in the header; this row has 1"));

    [Fact]
    public Task A_row_with_a_cell_too_many_is_shown() => Finds("date,who\n2024-09-04,P1,x\n",
        new Finding("f.csv", 2, "", "2024-09-04,P1,x", "2 cells, as in the header; this row has 3"));

    [Fact]
    public Task A_quotation_mark_that_is_never_closed_does_not_swallow_the_rows_below() => Finds(
        "date,who\n2024-09-04,\"P1\n2024-13-04,P1\n",
        new("f.csv", 2, "who", "P1", Quoting),
        new("f.csv", 3, "date", "2024-13-04", "a day that exists, written yyyy-MM-dd, from 1990 to 2199, such as 2024-09-04"));

    [Fact]
    public Task A_stray_quotation_mark_is_named() => Finds("date,who\n2024-09-04,P\"1\n", new Finding("f.csv", 2, "who", "P\"1", Quoting));

    [Fact]
    public Task A_control_character_is_named_and_shown() => Finds("date,who\n2024-09-04,P\u0007 1\n",
        new Finding("f.csv", 2, "who", "P\\u0007 1", "one line of plain text: take out line breaks, control and direction characters"));

    [Fact]
    public Task A_character_that_turns_the_text_round_is_named() => Finds("date,who\n2024-09-04,P\u202E1\n",
        new Finding("f.csv", 2, "who", "P\\u202E1", "one line of plain text: take out line breaks, control and direction characters"));

    [Fact]
    public Task A_huge_cell_is_named_and_shown_short() => Finds($"date,who\n2024-09-04,{new string('x', 1_000_000)}\n",
        new Finding("f.csv", 2, "who", new string('x', 60) + "…", "at most 1000 characters in a cell"));

    [Fact]
    public Task Windows_1252_is_named_by_line_and_column() => Finds(
        Encoding.Latin1.GetBytes("date,who\n2024-09-04,P1\n2024-09-04,Zo\u00EB\n"),
        new Finding("f.csv", 3, "who", "Zo\uFFFD", "save the sheet as UTF-8 and type this character again: it is not readable as UTF-8"));

    [Fact]
    public Task Utf_16_is_one_finding() => Finds([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("date,who\n2024-09-04,P1\n")],
        new Finding("f.csv", 1, "", "UTF-16 or UTF-32", "save the sheet as UTF-8 (a byte order mark is fine)"));

    [Fact]
    public async Task Twenty_megabytes_are_read_and_one_byte_more_is_refused()
    {
        var bytes = new byte[SheetBytes.Most + 1];
        Array.Fill(bytes, (byte)'\n');
        "date,who"u8.CopyTo(bytes);

        Assert.Empty(await Read(bytes[..^1]));
        await Finds(bytes, new Finding("f.csv", SheetBytes.Most - 7, "", "more than 20 MB",
            "at most 20 MB in one sheet: this line is where that ends; import the rest as a second sheet"));
    }

    [Fact]
    public Task Blank_rows_and_rows_of_commas_are_left_out() => Finds("\ndate,who\r\n\r\n,\r\n2024-09-04,P1\r\n,,,\r\n   \r\n");

    [Fact]
    public void The_first_hundred_findings_by_place_are_kept_and_the_rest_counted()
    {
        var findings = new Findings();
        findings.Open("a.csv");
        for (var line = 150; line > 0; line--)
        {
            findings.Add("b.csv", line, "x", "", "y");
            findings.Add("a.csv", line, "x", "", "y");
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(line => ("a.csv", line)), findings.Listed.Select(f => (f.File, f.Line)));
        Assert.Equal(200, findings.More);
    }

    private static Task Finds(string text, params Finding[] expected) => Finds(Encoding.UTF8.GetBytes(text), expected);

    private static async Task Finds(byte[] bytes, params Finding[] expected) => Assert.Equal(expected, await Read(bytes));

    private static async Task<IReadOnlyList<Finding>> Read(byte[] bytes)
    {
        var findings = new Findings();
        var sheet = await Sheet.Open(new MemoryStream(bytes), "f.csv", ["date", "who"], findings, TestContext.Current.CancellationToken);
        foreach (var row in sheet.Rows())
        {
            row.Date("date");
            row.Text("who", SheetText.LongestCell);
        }
        return findings.Listed;
    }
}

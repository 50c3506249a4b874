using System.Globalization;
using CsvHelper;
using Portfolio.Api.Privacy;

namespace Portfolio.Tests.Privacy;

public sealed class ExportCellsTests
{
    public static TheoryData<string> Formulas { get; } =
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", " =1+1", "\u00A0=1", "\u200B=1", "\uFEFF=1", "\u2060@x", "\u00AD-1",
        "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(A1)", "\uFE661", "\uFE621", "\uFE631", "\uFE6Bx", "\u207B1", "\u207A1", "\u208B1", "\u208C1", "\u22121", "\u20131", "\u20141", "\u20101", "\uFB291",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void What_a_spreadsheet_would_calculate_gets_an_apostrophe_in_front_and_loses_nothing(string cell)
    {
        Assert.Equal("'" + cell, PersonExportCells.Neutral(cell));
        Assert.Equal("'" + cell, PersonExportCells.Cell(cell));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Tara Trainee")]
    [InlineData("Jo-Ann O'Hara")]
    [InlineData("1-1")]
    [InlineData("2025-05-28")]
    [InlineData("a=b")]
    [InlineData("p001@example.org")]
    [InlineData("\u00C9lodie")]
    [InlineData("\U0001F600")]
    public void What_no_spreadsheet_calculates_stays_as_it_is(string cell) => Assert.Equal(cell, PersonExportCells.Neutral(cell));

    [Fact]
    public void An_apostrophe_of_ones_own_can_be_told_from_one_that_was_added() =>
        Assert.NotEqual(PersonExportCells.Neutral("'=1"), PersonExportCells.Neutral("=1"));

    [Fact]
    public void Every_character_that_unicode_folds_into_a_sign_is_met()
    {
        for (var code = 1; code < 0x30000; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF || char.GetUnicodeCategory((char)Math.Min(code, 0xFFFF)) == UnicodeCategory.OtherNotAssigned)
                continue;
            var text = char.ConvertFromUtf32(code);
            if (text.Normalize(System.Text.NormalizationForm.FormKC) is ['=' or '+' or '-' or '@', ..])
                Assert.StartsWith("'", PersonExportCells.Neutral(text + "1"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_neutral_cell_comes_back_from_a_sheet_as_it_was_written()
    {
        foreach (var cell in Formulas.Select(row => row.Data).Append("a \"quoted\", cell\r\nof two lines"))
        {
            using var text = new StringWriter();
            using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default, leaveOpen: true))
                csv.WriteRecord([PersonExportCells.Cell(cell)]);
            using var read = CsvReader.Create(new StringReader(text.ToString()), new CsvReaderOptions { HasHeader = false, Separator = ',' });
            Assert.True(read.Read());
            var back = read.GetString(0);
            Assert.Equal(cell, back is ['\'', .. var rest] ? rest : back);
        }
    }
}

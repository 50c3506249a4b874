using System.Diagnostics;
using System.Text;

namespace Portfolio.Tests.Sheets;

public class HostileSheetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_bytes_are_findings(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[200_000];
        random.NextBytes(bytes);

        Assert.Null((await PaperImport.Read(bytes, bytes, bytes)).Plan);

        // The same below a header that is right, so that the rows are reached.
        var headed = await PaperImport.Read(
            Below(PaperImport.PeopleText), Below(PaperImport.ClockStopsText), Below(PaperImport.RegistersText));
        Assert.Null(headed.Plan);
        Assert.Equal(100, headed.Findings.Listed.Count);

        byte[] Below(string sheet) => [.. Encoding.UTF8.GetBytes(sheet.Line(1) + "\n"), .. bytes];
    }

    [Theory]
    [InlineData('"', 1)]
    [InlineData(',', 0)]
    [InlineData('\r', 0)]
    [InlineData('x', 1)]
    [InlineData('\0', 1)]
    public async Task Megabytes_of_one_character_are_one_finding_or_a_blank_row(char character, int findings)
    {
        var import = await PaperImport.Read(registers: PaperImport.RegistersText + new string(character, 5_000_000));

        Assert.Equal(findings, import.Findings.Count);
        Assert.All(import.Findings.Listed, f => Assert.True(f.Value.Length < 100));
        Assert.NotEmpty((await PaperImport.Read(registers: new string(character, 5_000_000))).Findings.Listed);
    }

    [Fact]
    public async Task A_mutated_year_is_findings_or_a_plan_and_never_both()
    {
        var random = new Random(20240807);
        var signed = PaperYearTests.Stored((await PaperImport.Read()).Plan!.New);
        var plans = 0;
        for (var round = 0; round < 300; round++)
        {
            var import = await PaperImport.Read(Mutated(PaperImport.PeopleText), Mutated(PaperImport.ClockStopsText),
                Mutated(PaperImport.RegistersText), round % 2 == 0 ? null : signed);
            Assert.Equal(import.Findings.Any, import.Plan is null);
            Assert.All(import.Findings.Listed, f => Assert.True(f is { Line: > 0, Fix.Length: > 0, Value.Length: < 100 }));
            plans += import.Plan is null ? 0 : 1;
        }
        Assert.InRange(plans, 1, 299);

        byte[] Mutated(string sheet)
        {
            for (var cells = random.Next(3); cells > 0; cells--)
                sheet = sheet.WithCell(random.Next(2, Lines(sheet)), Any(sheet.Line(1)), Any(sheet.Line(random.Next(2, Lines(sheet)))));
            var bytes = Encoding.UTF8.GetBytes(sheet).ToList();
            for (var change = random.Next(3); change > 0; change--)
            {
                var place = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0: bytes[place] = (byte)random.Next(256); break;
                    case 1: bytes.Insert(place, ",\"\n\r0-9P\0"u8[random.Next(9)]); break;
                    case 2: bytes.RemoveRange(place, Math.Min(random.Next(1, 30), bytes.Count - place)); break;
                    case 3: bytes.InsertRange(place, bytes.GetRange(random.Next(bytes.Count / 2), Math.Min(100, bytes.Count / 2))); break;
                    default: bytes[place] = bytes[random.Next(bytes.Count)]; break;
                }
            }
            return [.. bytes];
        }

        static int Lines(string sheet) => sheet.Count(c => c == '\n') + 1;
        string Any(string line) => line.Split(',') is var cells ? cells[random.Next(cells.Length)] : "";
    }

    [Fact]
    public async Task The_largest_sheet_is_read_in_seconds()
    {
        var (people, registers) = Large(groups: 600);
        Assert.InRange(Encoding.UTF8.GetByteCount(registers), 18_000_000, 20_900_000);
        var watch = Stopwatch.StartNew();

        var import = await PaperImport.Read(people, PaperImport.ClockStopsText.Line(1), registers);

        Assert.Empty(import.Findings.Listed);
        Assert.Equal(600 * 50, import.Plan!.New.Count);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task A_large_sheet_that_is_wrong_in_every_row_is_refused_in_seconds()
    {
        var (people, registers) = Large(groups: 600);
        var watch = Stopwatch.StartNew();

        var import = await PaperImport.Read(people, PaperImport.ClockStopsText.Line(1), registers.Replace(",present,", ",here,"));

        Assert.Equal(100, import.Findings.Listed.Count);
        Assert.Equal(600 * 50 * 7 - 100, import.Findings.More);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_of_one_session_and_of_one_person_are_refused_in_seconds()
    {
        var row = PaperImport.RegistersText.Line(3);
        var placement = PaperImport.PeopleText.Line(11);
        var watch = Stopwatch.StartNew();

        var import = await PaperImport.Read(
            people: PaperImport.PeopleText.WithLinesAtEnd([.. Enumerable.Repeat(placement, 100_000)]),
            registers: PaperImport.RegistersText.WithLinesAtEnd([.. Enumerable.Repeat(row, 100_000)]));

        Assert.Equal(200_000, import.Findings.Count);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    private static (string People, string Registers) Large(int groups)
    {
        var people = new StringBuilder(PaperImport.PeopleText.Line(1) + "\n");
        var registers = new StringBuilder(PaperImport.RegistersText.Line(1) + "\n");
        for (var group = 0; group < groups; group++)
        {
            var place = $"Riverside NHS Trust,group-{group},2024-08-07,2025-07-31,,,,";
            people.Append($"L{group},Leader {group},,none,,leader,,,,{place}\n");
            for (var person = 0; person < 7; person++)
                people.Append($"P{group}-{person},Member {person},,none,,member,,,,{place}\n");
            for (var week = 0; week < 50; week++)
            {
                var day = new DateOnly(2024, 8, 7).AddDays(7 * week);
                var session = $"group-{group},Riverside NHS Trust,{day:yyyy-MM-dd},15:00,60,in-person,held,L{group},";
                for (var person = 0; person < 7; person++)
                    registers.Append($"{session},P{group}-{person},present,60,member,\n");
            }
        }
        return (people.ToString(), registers.ToString());
    }
}

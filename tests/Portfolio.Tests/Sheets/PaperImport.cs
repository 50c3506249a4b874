using System.Text;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Api.Sheets;

namespace Portfolio.Tests.Sheets;

/// <summary>The three sheets of the made-up paper year, whole or with one thing changed, read as an import reads them.</summary>
internal sealed record PaperImport(
    PeopleSheet People, ClockStopSheet ClockStops, RegisterSheet Registers, RegisterPlan? Plan, Findings Findings)
{
    public static readonly string PeopleText = Text("people.csv");
    public static readonly string ClockStopsText = Text("clock-stops.csv");
    public static readonly string RegistersText = Text("registers.csv");

    public static Task<PaperImport> Read(
        string? people = null, string? clockStops = null, string? registers = null, ProgrammeFacts? facts = null) =>
        Read(Encoding.UTF8.GetBytes(people ?? PeopleText), Encoding.UTF8.GetBytes(clockStops ?? ClockStopsText),
            Encoding.UTF8.GetBytes(registers ?? RegistersText), facts);

    public static async Task<PaperImport> Read(byte[] people, byte[] clockStops, byte[] registers, ProgrammeFacts? facts = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var findings = new Findings();
        facts ??= ProgrammeFacts.None;
        var known = facts.People.ToHashSet();
        var persons = await PeopleSheet.Read(new MemoryStream(people), "people.csv", known, findings, stop);
        var stops = await ClockStopSheet.Read(new MemoryStream(clockStops), "clock-stops.csv", persons, known, findings, stop);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var sheet = await RegisterSheet.Read(new MemoryStream(registers), "registers.csv", zone, findings, stop);
        return new(persons, stops, sheet, RegisterPlan.Of(sheet, new Known(facts, persons), findings), findings);
    }

    /// <summary>The findings of the whole year with one cell of one sheet changed.</summary>
    public static async Task<IReadOnlyList<Finding>> WithCell(string file, int line, string column, string value)
    {
        var import = file switch
        {
            "people.csv" => await Read(people: PeopleText.WithCell(line, column, value)),
            "clock-stops.csv" => await Read(clockStops: ClockStopsText.WithCell(line, column, value)),
            _ => await Read(registers: RegistersText.WithCell(line, column, value)),
        };
        Assert.Equal(import.Findings.Any, import.Plan is null);
        return import.Findings.Listed;
    }

    private static string Text(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demonstration", "paper-year", file)).ReplaceLineEndings("\n");
}

internal static class SheetEditing
{
    public static string WithCell(this string sheet, int line, string column, string value)
    {
        var lines = sheet.Split('\n');
        var cells = lines[line - 1].Split(',');
        cells[Array.IndexOf(lines[0].Split(','), column)] = value;
        return sheet.WithLine(line, string.Join(',', cells));
    }

    public static string WithLine(this string sheet, int line, string text)
    {
        var lines = sheet.Split('\n');
        lines[line - 1] = text;
        return string.Join('\n', lines);
    }

    public static string Line(this string sheet, int line) => sheet.Split('\n')[line - 1];

    public static string WithLinesAtEnd(this string sheet, params string[] lines) => $"{sheet.TrimEnd('\n')}\n{string.Join('\n', lines)}\n";
}

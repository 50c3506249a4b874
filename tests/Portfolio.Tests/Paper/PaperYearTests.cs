using System.Text.Json;
using Portfolio.Api.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Sheets;

namespace Portfolio.Tests.Paper;

public sealed class PaperYearTests(TestHost host) : IClassFixture<TestHost>
{
    private sealed record Kind(string Name, long Count);

    [Fact]
    public async Task The_paper_year_gives_exactly_the_expected_sessions_and_records()
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Source.Root, "tests", "Portfolio.Tests", "Data", "paper-year", "expected.json"))).RootElement;
        var scene = new ImportScene(host);

        var (added, findings) = await scene.Year();

        Assert.Empty(findings.Listed);
        Assert.Equal(expected.GetProperty("records").EnumerateObject().Sum(kind => kind.Value.GetInt32()), added!.Records);
        var kinds = await scene.Rows<Kind>("select kind as name, count(*) from record where programme_id = @Programme group by kind");
        Assert.Equal(
            expected.GetProperty("records").EnumerateObject().ToDictionary(kind => kind.Name.Replace('_', '-'), kind => kind.Value.GetInt64()),
            kinds.ToDictionary(kind => kind.Name, kind => kind.Count));
        var states = await scene.Rows<Kind>("select state as name, count(*) from session where programme_id = @Programme group by state");
        Assert.Equal(expected.GetProperty("sessions_held").GetInt64(), states.Single(state => state.Name == "signed").Count);
        Assert.Equal(expected.GetProperty("sessions_cancelled").GetInt64(), states.Single(state => state.Name == "cancelled").Count);
        Assert.Equal(expected.GetProperty("rows").GetInt64(), (await scene.Rows<long>("select count(*) from register_line where programme_id = @Programme")).Single() + 9);
    }

    [Fact]
    public async Task Records_of_paper_say_that_they_were_imported_and_stand_in_a_whole_log()
    {
        var scene = new ImportScene(host);
        await scene.Year();

        await using var work = await host.Database.Begin(scene.Id, TestContext.Current.CancellationToken);
        Assert.Null(ProgrammeLog.FirstBroken(await ProgrammeLog.All(work), await ProgrammeLog.Head(work)));
        Assert.Equal("imported", Assert.Single((await scene.Rows<string>("select distinct provenance from record_version where programme_id = @Programme"))));
        Assert.Equal(645 + 91, (await scene.Rows<long>("select position from log_head where programme_id = @Programme")).Single());
    }

    [Fact]
    public async Task The_same_sheets_again_change_nothing_and_say_so()
    {
        var scene = new ImportScene(host);
        await scene.Year();
        var before = await scene.Count();

        var (again, _) = await scene.Year();

        Assert.True(again!.ChangedNothing);
        Assert.Equal(100, again.Unchanged);
        Assert.Equal(before, await scene.Count());
    }

    [Fact]
    public async Task A_sheet_with_later_weeks_adds_only_those()
    {
        var scene = new ImportScene(host);
        var until = string.Join('\n', PaperImport.RegistersText.Split('\n').Where((line, at) => at == 0 || string.CompareOrdinal(line.Split(',').ElementAtOrDefault(2), "2025-03-01") < 0)) + "\n";
        var (first, _) = await scene.Year(registers: until);

        var (rest, findings) = await scene.Year();

        Assert.Empty(findings.Listed);
        Assert.Equal(100, first!.Sessions + rest!.Sessions);
        Assert.Equal(first.Sessions, rest.Unchanged);
        Assert.Equal(645, first.Records + rest.Records);
    }

    [Fact]
    public async Task Imports_of_one_year_at_once_add_it_once()
    {
        var scene = new ImportScene(host);
        await scene.Import(null, null, null);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.Year()));

        Assert.Equal(645, all.Sum(one => one.Added!.Records));
        Assert.Equal(22, all.Sum(one => one.Added!.People));
    }
}

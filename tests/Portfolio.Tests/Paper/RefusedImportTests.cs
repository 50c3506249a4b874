using System.Net.Http.Headers;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Sheets;

namespace Portfolio.Tests.Paper;

public sealed class RefusedImportTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_import_with_one_finding_in_any_sheet_stores_nothing()
    {
        var scene = new ImportScene(host);

        var (added, findings) = await scene.Year(registers: PaperImport.RegistersText.WithCell(640, "attendance", "presnt"));

        Assert.Null(added);
        var finding = Assert.Single(findings.Listed);
        Assert.Equal(("registers.csv", 640, "attendance", "presnt"), (finding.File, finding.Line, finding.Column, finding.Value));
        Assert.Equal(0, await scene.Count());
    }

    [Fact]
    public async Task A_row_that_differs_from_a_signed_session_is_sent_to_its_corrections()
    {
        var scene = new ImportScene(host);
        await scene.Year();
        var line = PaperImport.RegistersText.Split('\n').ToList().FindIndex(row => row.Contains(",present,", StringComparison.Ordinal)) + 1;

        var (added, findings) = await scene.Year(registers: PaperImport.RegistersText.WithCell(line, "attendance", "apologies").WithCell(line, "minutes_attended", "0").WithCell(line, "role", "member"));

        Assert.Null(added);
        Assert.Contains(findings.Listed, finding => finding.Line == line && finding.Fix.Contains("/corrections", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_whom_the_programme_knows_otherwise_is_a_finding()
    {
        var scene = new ImportScene(host);
        await scene.Year();

        var (added, findings) = await scene.Year(people: PaperImport.PeopleText.WithCell(2, "name", "Quentin Hughes-Pryce"));

        Assert.Null(added);
        Assert.Equal(("people.csv", 2, "name"), findings.Listed.Select(finding => (finding.File, finding.Line, finding.Column)).First());
    }

    [Fact]
    public async Task Over_HTTP_findings_name_line_column_value_and_fix()
    {
        var scene = await Scene.Set(host);

        var answer = await Send(scene.Tutor, scene.Path("imports/people"), PaperImport.PeopleText.WithCell(3, "number", "ZZ1!"));

        Assert.Equal(422, (int)answer.StatusCode);
        var problem = System.Text.Json.JsonSerializer.Deserialize<ProblemBody>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), System.Text.Json.JsonSerializerOptions.Web)!;
        var error = Assert.Single(problem.Errors!);
        Assert.Equal("people.csv:3 number", error.Field);
        Assert.Contains("ZZ1!", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_HTTP_a_year_is_imported_sheet_by_sheet_and_says_by_whom()
    {
        var scene = await Scene.Set(host);

        await Requests.Read<ImportBody>(await Send(scene.Tutor, scene.Path("imports/people"), PaperImport.PeopleText));
        await Requests.Read<ImportBody>(await Send(scene.Tutor, scene.Path("imports/clock-stops"), PaperImport.ClockStopsText));
        var registers = await Requests.Read<ImportBody>(await Send(scene.Tutor, scene.Path("imports/registers"), PaperImport.RegistersText));

        Assert.Equal(645, registers.Records);
    }

    [Fact]
    public async Task More_than_twenty_megabytes_are_refused()
    {
        var scene = await Scene.Set(host);

        var answer = await Send(scene.Tutor, scene.Path("imports/registers"), new string('x', (20 << 20) + 1));

        Assert.Contains(await answer.Refusal(), new[] { "413 body-too-large", "422 sheet-refused" });
    }

    [Fact]
    public async Task A_sheet_is_text_csv()
    {
        var scene = await Scene.Set(host);

        var answer = await Send(scene.Tutor, scene.Path("imports/people"), "{}", "application/json");

        Assert.Equal("415 unsupported-media-type", await answer.Refusal());
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string path, string sheet, string type = "text/csv")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(sheet));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return client.PostAsync(path, content);
    }
}

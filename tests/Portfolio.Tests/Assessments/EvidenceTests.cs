using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Assessments;

/// <summary>A sheet of what was recorded elsewhere: all of it, or every finding by line and column.</summary>
public sealed class EvidenceTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Header = "person_id,type,from,to,sessions,minutes,outcome,keeper,original,sha256\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_is_stated_and_waits_for_somebody_else_than_whoever_imported_it()
    {
        var scene = await Scene.Set(host);
        var answer = await Send(scene, "M1,CBDGA,2025-01-29,2025-01-29,,,satisfactory,The college,Entry 12,\nM1,course,2024-10-01,2024-10-31,4,480,,\"An academy, made up\",,\n");
        Assert.Equal(2, (await Requests.Read<EvidenceImported>(answer)).Entries);
        var entries = (await scene.Tutor.Get<ElsewhereList>(scene.Elsewheres())).Entries;
        Assert.Equal([("course", 4, 480, null), ("CBDGA", null, null, "satisfactory")], entries.Select(entry => (entry.Type, entry.Sessions, entry.Minutes, entry.Outcome)));
        Assert.All(entries, entry => Assert.Equal(("stated", "elsewhere"), (entry.State, entry.Provenance)));
        Assert.Equal("409 own-statement", await (await scene.Tutor.PostAsync(scene.Elsewheres($"/{entries[0].Id}/confirmation"), null, Cancellation)).Refusal());
        await scene.Confirmed(entries[0].Id);
    }

    [Fact]
    public async Task One_wrong_line_and_nothing_is_stored_and_each_finding_has_its_line_column_value_and_fix()
    {
        var scene = await Scene.Set(host);
        var answer = await Send(scene, """
            M1,CBDGA,2025-01-29,2025-01-29,,,satisfactory,The college,,
            M9,CBDGA,2025-01-29,2025-01-29,,,satisfactory,The college,,
            M1,a form,2025-02-30,2025-07-01,0,x,very good,,,abc
            M1,CBDGA,2025-01-29,2025-01-29,,,better,the COLLEGE,,
            M1,CBDGA,2025-03-02,2025-03-01,,,,Paper,,

            """);
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!;
        Assert.Equal("sheet-refused", problem.Code);
        var places = problem.Errors!.Select(error => error.Field).ToList();
        Assert.Equal(
            [
                "evidence.csv:3 person_id", "evidence.csv:4 type", "evidence.csv:4 from", "evidence.csv:4 sessions", "evidence.csv:4 minutes", "evidence.csv:4 outcome",
                "evidence.csv:4 keeper", "evidence.csv:4 sha256", "evidence.csv:4 to", "evidence.csv:5 type", "evidence.csv:6 from",
            ], places);
        Assert.All(problem.Errors!, error => Assert.Contains("should be", error.Message, StringComparison.Ordinal));
        Assert.Empty((await scene.Tutor.Get<ElsewhereList>(scene.Elsewheres())).Entries);
    }

    [Theory]
    [InlineData("person,type\nM1,CBDGA\n")]
    [InlineData("\u0000\u0000")]
    [InlineData("person_id;type;from\n")]
    public async Task What_is_no_such_sheet_is_refused(string sheet)
    {
        var scene = await Scene.Set(host);
        Assert.Equal("422 sheet-refused", await (await Send(scene, sheet, header: "")).Refusal());
        var wrongType = await scene.Tutor.PostAsync(scene.Path("imports/evidence"), new StringContent(sheet), Cancellation);
        Assert.Equal("415 unsupported-media-type", await wrongType.Refusal());
    }

    private static Task<HttpResponseMessage> Send(Scene scene, string rows, string header = Header) => scene.Tutor.PostAsync(
        scene.Path("imports/evidence"), new StringContent(header + rows, Encoding.UTF8, MediaTypeHeaderValue.Parse("text/csv")), Cancellation);
}

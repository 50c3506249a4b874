using System.Net.Http.Json;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Paper;

public sealed class PaperSheetTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_sheets_come_in_with_one_signature_as_imported_and_what_nobody_could_read_is_in_no_register()
    {
        var scene = await Scene.Set(host);
        await scene.Checked();
        await scene.Checked(PaperScene.April);
        var leader = await scene.As(scene.Leader);
        var list = await leader.Get<PaperConfirmation>(scene.Confirmation());
        Assert.Equal([("Otto Other", new DateOnly(2025, 3, 19)), ("Otto Other", new DateOnly(2025, 3, 26))], list.Unknown.Select(unknown => (unknown.Name, unknown.HeldOn)));
        Assert.Equal(6, list.Sessions.Count);
        Assert.Equal(["Tara Trainee partial 45 member"], list.Sessions[2].Lines.Select(line => $"{line.Name} {line.Attendance} {line.Minutes} {line.Role}"));

        // A retry signs once.
        var done = await Task.WhenAll(Confirm(leader, scene, list.Hash), Confirm(leader, scene, list.Hash));
        Assert.All(done, one => Assert.Equal((2, 6), (one.Sheets, one.Sessions)));

        var sessions = (await leader.Get<SessionPage>(scene.Path($"groups/{scene.Group}/sessions"))).Sessions;
        Assert.Equal((6, 1), (sessions.Count, sessions.Count(session => session.State == "cancelled")));
        Assert.All((await leader.Get<PaperSheetList>(scene.Sheets())).Sheets, sheet => Assert.Equal(
            ("confirmed", "Tilda Tutor", "Colin Coleader", "Lena Leader"), (sheet.State, sheet.TranscribedBy, sheet.CheckedBy, sheet.ConfirmedBy)));
        var trainee = await scene.As(scene.Trainee);
        var records = (await trainee.Get<RecordList>(scene.Path($"people/{scene.Trainee.Id}/records"))).Records;
        Assert.Equal(["attendance 4", "presentation 1"], records.CountBy(record => record.Kind).Select(kind => $"{kind.Key} {kind.Value}").Order());
        var record = await trainee.Get<RecordBody>(scene.Path($"records/{records[0].Id}"));
        var claim = RecordVerifier.Check(Encoding.ASCII.GetBytes(record.Jwt), RecordKeys.None, host.Clock.GetUtcNow()).Claim!;
        Assert.Equal((ProvenanceKind.Imported, "Lena Leader", "Wednesday group"), (claim.Provenance.Kind, claim.Provenance.By, ((dynamic)claim).Group));
        Assert.Equal("409 no-sheet-waits", await (await leader.GetAsync(scene.Confirmation(), Cancellation)).Refusal());
    }

    [Fact]
    public async Task A_name_is_matched_once_and_the_same_file_again_is_the_same_sheet()
    {
        var scene = await Scene.Set(host);
        var first = await scene.Staged();
        Assert.Equal(("names", 5, 2), (first.Sheet.State, first.Sheet.Unmatched, first.Sheet.Unknown));
        Assert.Equal(first.Sheet.Id, (await scene.Staged()).Sheet.Id);
        var matched = await scene.Matched(first);
        Assert.Equal(("to-check", 0, true), (matched.Sheet.State, matched.Findings.Count, matched.Names[^1].LeftOut));

        var next = await scene.Staged(PaperScene.April);
        Assert.Equal(("to-check", 0, 0), (next.Sheet.State, next.Sheet.Unmatched, next.Findings.Count));
        Assert.Equal(["Lena Leader", "Tara Trainee", "Otto Other"], next.Names.Select(name => name.Name));
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        Assert.Equal(4, await Portfolio.Api.Database.WorkQueries.Row<int>(work, "select count(*)::int from paper_name where programme_id = @Programme", new { work.Programme }));
    }

    [Fact]
    public async Task Whoever_transcribed_does_not_check_and_nothing_is_confirmed_that_nobody_checked_or_that_changed()
    {
        var scene = await Scene.Set(host);
        var sheet = await scene.Staged();
        var (coLeader, leader) = (await scene.As(scene.CoLeader), await scene.As(scene.Leader));
        Assert.Equal("409 paper-sheet-unfinished", await (await Check(coLeader, scene, sheet)).Refusal());
        sheet = await scene.Matched(sheet);
        Assert.Equal("409 paper-sheet-own-check", await (await Check(scene.Tutor, scene, sheet)).Refusal());
        Assert.Equal("409 no-sheet-waits", await (await leader.GetAsync(scene.Confirmation(), Cancellation)).Refusal());
        Assert.True((await Check(coLeader, scene, sheet)).IsSuccessStatusCode);
        var seen = await leader.Get<PaperConfirmation>(scene.Confirmation());

        // Another name than the one that was checked: it is checked again first.
        var other = sheet.Names.Single(name => name.Written == "Somebody Else");
        await Requests.Read<PaperSheetBody>(await scene.Tutor.PutAsJsonAsync(
            scene.Sheets($"/{sheet.Sheet.Id}/names"), new { matches = new[] { new { number = other.Number, personId = scene.Other.Id } } }, Cancellation));
        Assert.Equal("409 no-sheet-waits", await (await leader.PostAsJsonAsync(scene.Confirmation(), new { listHash = seen.Hash }, Cancellation)).Refusal());
        var twice = await Check(coLeader, scene, sheet);
        Assert.Equal("409 paper-sheet-unfinished", await twice.Refusal());
        Assert.Contains("both names mean the same person", await twice.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_does_not_fit_the_programme_says_where_and_one_that_is_wrong_is_taken_back()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-03-19"));
        var stranger = await scene.Person("Sam Stranger", "S9", "9900019");
        var sheet = await scene.Matched(await scene.Staged());
        sheet = await Requests.Read<PaperSheetBody>(await scene.Tutor.PutAsJsonAsync(
            scene.Sheets($"/{sheet.Sheet.Id}/names"), new { matches = new[] { new { number = sheet.Names[^1].Number, personId = stranger.Id } } }, Cancellation));
        Assert.Contains(sheet.Findings, finding => finding is { Line: 10, Column: "2025-03-05", Value: "Somebody Else", Fix: "a member of wed: Somebody Else has no membership of it" });
        Assert.Contains(sheet.Findings, finding => finding.Column == "2025-03-19" && finding.Fix.Contains("the signed register says", StringComparison.Ordinal));

        Assert.True((await scene.Tutor.PostAsync(new Uri(scene.Sheets($"/{sheet.Sheet.Id}/drop"), UriKind.Relative), null, Cancellation)).IsSuccessStatusCode);
        Assert.Empty((await scene.Tutor.Get<PaperSheetList>(scene.Sheets())).Sheets);
    }

    [Fact]
    public async Task After_it_came_in_who_presented_is_for_leaders_alone_and_the_sheet_stays_as_it_is()
    {
        var scene = await Scene.Set(host);
        var sheet = await scene.Checked();
        Assert.Contains("P*", (await scene.Tutor.Get<PaperSheetBody>(scene.Sheets($"/{sheet.Sheet.Id}"))).Names[2].Marks);
        await scene.Confirmed();
        Assert.Equal(["P", "", "45", "P"], (await scene.Tutor.Get<PaperSheetBody>(scene.Sheets($"/{sheet.Sheet.Id}"))).Names[2].Marks);
        Assert.Contains("P*", (await (await scene.As(scene.Leader)).Get<PaperSheetBody>(scene.Sheets($"/{sheet.Sheet.Id}"))).Names[2].Marks);
        Assert.Equal("409 paper-sheet-confirmed", await (await scene.Tutor.PostAsync(new Uri(scene.Sheets($"/{sheet.Sheet.Id}/drop"), UriKind.Relative), null, Cancellation)).Refusal());
    }

    [Fact]
    public async Task Nobody_confirms_a_sheet_on_which_they_stand_themselves()
    {
        var scene = await Scene.Set(host);
        await scene.Checked();
        var deputy = await scene.Mandate(scene.Trainee, "deputy", from: "2025-06-01");
        Assert.NotEqual(Guid.Empty, deputy.Id);
        Assert.Equal("409 own-record", await (await (await scene.As(scene.Trainee)).GetAsync(scene.Confirmation(), Cancellation)).Refusal());
    }

    private static Task<PaperConfirmed> Confirm(HttpClient leader, Scene scene, string hash) => leader.Post<PaperConfirmed>(scene.Confirmation(), new { listHash = hash });

    private static Task<HttpResponseMessage> Check(HttpClient by, Scene scene, PaperSheetBody sheet) =>
        by.PostAsync(new Uri(scene.Sheets($"/{sheet.Sheet.Id}/check"), UriKind.Relative), null, Cancellation);
}

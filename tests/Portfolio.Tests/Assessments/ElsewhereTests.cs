using System.Net.Http.Json;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Http;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Assessments;

/// <summary>What a portfolio, paper or another programme holds, told here by one and confirmed by another.</summary>
public sealed class ElsewhereTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_trainee_states_a_leader_confirms_with_one_tap_and_the_record_says_imported_and_by_whom()
    {
        var scene = await Scene.Set(host);
        var trainee = await scene.As(scene.Trainee);
        var entry = await trainee.Post<ElsewhereBody>(scene.Elsewheres(), new
        {
            type = "CBDGA", from = "2025-01-29", until = "2025-01-29", keeper = "The college's e-portfolio", outcome = "satisfactory", original = "Entry 12", sha256 = new string('a', 64),
        });
        Assert.Equal(("stated", "elsewhere", null), (entry.State, entry.Provenance, entry.RecordId));

        var record = await scene.Confirmed(entry.Id);
        Assert.Equal(record, await scene.Confirmed(entry.Id));

        var claim = await Claim(scene, record);
        Assert.Equal(("The college's e-portfolio", "CBDGA", 1, $"Entry 12; outcome satisfactory; SHA-256 {new string('a', 64)}"), (claim.Keeper, claim.What, claim.Number, claim.Reference));
        Assert.Equal((ProvenanceKind.Imported, "Lena Leader"), (claim.Provenance.Kind, claim.Provenance.By));
        Assert.Null(claim.Leader);
    }

    [Fact]
    public async Task A_total_is_counted_in_sessions()
    {
        var scene = await Scene.Set(host);
        var entry = await (await scene.As(scene.Leader)).Post<ElsewhereBody>(scene.Elsewheres(), AssessmentScene.Told("balint-group", outcome: null, sessions: 12));
        var confirmed = await (await scene.As(scene.CoLeader)).PostAsync(scene.Elsewheres($"/{entry.Id}/confirmation"), null, Cancellation);
        Assert.True(confirmed.IsSuccessStatusCode);
        var claim = await Claim(scene, (await List(scene)).Single().RecordId!.Value);
        Assert.Equal(("balint-group.sessions", 12), (claim.What, claim.Number));
    }

    [Fact]
    public async Task Neither_whom_it_is_about_nor_whoever_entered_it_confirms_or_declines_it()
    {
        var scene = await Scene.Set(host);
        var (leader, coLeader) = (await scene.As(scene.Leader), await scene.As(scene.CoLeader));
        var entered = await leader.Post<ElsewhereBody>(scene.Elsewheres(), AssessmentScene.Told());
        Assert.Equal("409 own-statement", await (await leader.PostAsync(scene.Elsewheres($"/{entered.Id}/confirmation"), null, Cancellation)).Refusal());
        Assert.Equal("409 own-statement", await (await leader.PostAsJsonAsync(scene.Elsewheres($"/{entered.Id}/refusal"), new { reason = "Mine" }, Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await (await scene.As(scene.Trainee)).PostAsync(scene.Elsewheres($"/{entered.Id}/confirmation"), null, Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await (await scene.As(scene.Other)).PostAsJsonAsync(scene.Elsewheres(), AssessmentScene.Told(), Cancellation)).Refusal());
        // Somebody who is tutor and trainee at once is still whom it is about.
        await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = scene.Trainee.Id, office = "tutor", from = "2024-08-01" });
        Assert.Equal("409 own-statement", await (await (await scene.As(scene.Trainee)).PostAsync(scene.Elsewheres($"/{entered.Id}/confirmation"), null, Cancellation)).Refusal());
        await coLeader.PostAsJsonAsync(scene.Elsewheres($"/{entered.Id}/refusal"), new { reason = "The portfolio has another day" }, Cancellation);
        Assert.Equal(("declined", "The portfolio has another day", scene.CoLeader.Id), (await List(scene)).Select(of => (of.State, of.Reason, of.DecidedBy)).Single());
        Assert.Equal("409 elsewhere-decided", await (await coLeader.PostAsync(scene.Elsewheres($"/{entered.Id}/confirmation"), null, Cancellation)).Refusal());
    }

    [Fact]
    public async Task The_same_thing_twice_is_refused_by_its_copy_and_by_what_it_is()
    {
        var scene = await Scene.Set(host);
        var trainee = await scene.As(scene.Trainee);
        await scene.Elsewhere();
        Assert.Equal("409 elsewhere-exists", await Refusal(AssessmentScene.Told(keeper: "The  College's e-Portfolio".Replace("  ", " ", StringComparison.Ordinal))));
        await trainee.Post<ElsewhereBody>(scene.Elsewheres(), Copy("2025-02-01", "Paper"));
        Assert.Equal("409 elsewhere-exists", await Refusal(Copy("2025-02-02", "Another keeper")));
        Assert.Equal("422 dates-reversed", await Refusal(new { type = "CBDGA", from = "2025-02-02", until = "2025-02-01", keeper = "Paper" }));
        Assert.Equal("400 invalid-request", await Refusal(new { type = "CBDGA", from = "2025-02-02", until = "2025-06-03", keeper = "Paper" }));
        // What was taken back leaves room for what is right.
        var entry = (await List(scene)).First(of => of.Sha256 is null);
        await trainee.PostAsJsonAsync(scene.Elsewheres($"/{entry.Id}/withdrawal"), new { reason = "Wrong outcome" }, Cancellation);
        await scene.Elsewhere();

        static object Copy(string day, string keeper) => new { type = "CBDGA", from = day, until = day, keeper, sha256 = new string('b', 64) };
        async Task<string> Refusal(object body) => await (await trainee.PostAsJsonAsync(scene.Elsewheres(), body, Cancellation)).Refusal();
    }

    [Fact]
    public async Task What_was_confirmed_ends_with_its_record_and_not_by_whom_it_is_about()
    {
        var scene = await Scene.Set(host);
        var entry = await scene.Elsewhere();
        var record = await scene.Confirmed(entry.Id);
        Assert.Equal("409 elsewhere-decided", await (await (await scene.As(scene.Trainee)).PostAsJsonAsync(scene.Elsewheres($"/{entry.Id}/withdrawal"), new { reason = "No" }, Cancellation)).Refusal());
        var ended = await scene.Tutor.PostAsJsonAsync(scene.Elsewheres($"/{entry.Id}/end"), new { reason = "Taken back there" }, Cancellation);
        Assert.True(ended.IsSuccessStatusCode, await ended.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("withdrawn", (await (await scene.As(scene.Trainee)).Get<RecordBody>(scene.Path($"records/{record}"))).State);
        Assert.Equal("withdrawn", (await List(scene)).Single().State);
    }

    [Fact]
    public async Task Another_programmes_signed_record_is_checked_and_keeps_its_checks()
    {
        var scene = await Scene.Set(host);
        var foreign = await ExamplesOfAssessments.Foreign(host);
        var entry = await (await scene.As(scene.Trainee)).Post<ElsewhereBody>(scene.Elsewheres("/records"), new { record = foreign });
        Assert.Equal(("other-programme", "attendance", 1, 60, new DateOnly(2025, 1, 8)), (entry.Provenance, entry.Type, entry.Sessions, entry.Minutes, entry.From));
        Assert.Equal(CheckNames.All, entry.Checks!.Select(check => check.Name));
        Assert.All(entry.Checks!.Where(check => check.Name is "signature-valid" or "key-known" or "endorsement-valid" or "not-withdrawn-or-superseded"), check => Assert.Equal("yes", check.Answer));
        var claim = await Claim(scene, await scene.Confirmed(entry.Id));
        Assert.Equal(("attendance.sessions", 1), (claim.What, claim.Number));
        Assert.Equal("409 elsewhere-exists", await HandIn(scene, foreign));
    }

    [Fact]
    public async Task A_record_that_is_damaged_withdrawn_ours_or_somebody_elses_is_not_taken()
    {
        var (scene, elsewhere) = (await Scene.Set(host), await Scene.Set(host));
        var signed = await elsewhere.Signed(await elsewhere.A_filled_register("2025-01-08"));
        async Task<string> Jwt(Guid record) => (await (await elsewhere.As(elsewhere.Leader)).Get<RecordBody>(elsewhere.Path($"records/{record}"))).Jwt;
        var mine = await Jwt(signed.RecordOf(elsewhere.Trainee));

        Assert.Equal("422 record-not-accepted", await HandIn(scene, mine[..^5] + "AAAAA"));
        Assert.Equal("422 record-not-accepted", await HandIn(scene, "no record at all"));
        Assert.Equal("422 record-not-theirs", await HandIn(scene, await Jwt(signed.RecordOf(elsewhere.Other))));
        Assert.Equal("422 record-not-taken", await HandIn(scene, await Jwt(signed.RecordOf(elsewhere.Trainee, "presentation"))));
        Assert.Equal("422 record-not-taken", await HandIn(elsewhere, mine));
        await (await elsewhere.As(elsewhere.Leader)).Withdrawn(elsewhere, signed.RecordOf(elsewhere.Trainee));
        Assert.Equal("422 record-not-accepted", await HandIn(scene, mine));
        Assert.Empty(await List(scene));
    }

    private static async Task<string> HandIn(Scene scene, string record) =>
        await (await (await scene.As(scene.Trainee)).PostAsJsonAsync(scene.Elsewheres("/records"), new { record }, Cancellation)).Refusal();

    private static async Task<IReadOnlyList<ElsewhereBody>> List(Scene scene) => (await (await scene.As(scene.CoLeader)).Get<ElsewhereList>(scene.Elsewheres())).Entries;

    private async Task<RecordedElsewhere> Claim(Scene scene, Guid record)
    {
        var body = await (await scene.As(scene.Trainee)).Get<RecordBody>(scene.Path($"records/{record}"));
        return Assert.IsType<RecordedElsewhere>(RecordVerifier.Check(Encoding.ASCII.GetBytes(body.Jwt), RecordKeys.None, host.Clock.GetUtcNow()).Claim);
    }
}

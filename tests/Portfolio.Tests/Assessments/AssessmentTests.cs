using System.Net.Http.Json;
using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Http;

namespace Portfolio.Tests.Assessments;

/// <summary>A judgement on its way from a draft to a record.</summary>
public sealed class AssessmentTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_leader_writes_it_the_trainee_reads_it_and_the_signed_record_holds_levels_and_no_words()
    {
        var scene = await Scene.Set(host);
        var (leader, trainee) = (await scene.As(scene.Leader), await scene.As(scene.Trainee));
        await scene.Signed(await scene.A_filled_register("2025-05-14"));

        var opened = await scene.Opened(note: "Your questions open the discussion.");
        Assert.Equal(("draft", "satisfactory", 1), (opened.State, opened.Outcome, opened.SessionsTogether));
        Assert.Equal("404 not-found", await (await trainee.GetAsync(scene.Assessments($"/{opened.Id}"), Cancellation)).Refusal());
        await leader.Post<AssessmentBody>(scene.Assessments($"/{opened.Id}/release"), new { });
        Assert.Equal("Your questions open the discussion.", (await trainee.Get<AssessmentBody>(scene.Assessments($"/{opened.Id}"))).Note);
        var read = await trainee.Post<AssessmentBody>(scene.Assessments($"/{opened.Id}/reading"), new { comment = "I mean to present more." });
        Assert.NotNull(read.ReadAt);

        var seen = await leader.Post<SignedAssessment>(scene.Assessments($"/{opened.Id}/signature"), Confirmed());
        Assert.Null(seen.RecordId);
        var signed = await leader.Post<SignedAssessment>(scene.Assessments($"/{opened.Id}/signature"), Confirmed(seen.Hash));
        var again = await leader.Post<SignedAssessment>(scene.Assessments($"/{opened.Id}/signature"), Confirmed(seen.Hash));

        Assert.Equal((signed.RecordId, signed.Hash), (again.RecordId, again.Hash));
        var record = await trainee.Get<RecordBody>(scene.Path($"records/{signed.RecordId}"));
        Assert.Equal("assessment", record.Kind);
        var claim = Assert.IsType<Assessment>(RecordVerifier.Check(Encoding.ASCII.GetBytes(record.Jwt), RecordKeys.None, host.Clock.GetUtcNow()).Claim);
        Assert.Equal(("EXAMPLE-ASSESSMENT", "example-group-assessment 1", "satisfactory", scene.Leader.Id), (claim.Form, claim.FormVersion, claim.Outcome, claim.Leader!.Id));
        Assert.Equal(["reliability", "contributing", "listening", "confidence-kept", "overall"], claim.Ratings.Select(rating => rating.Item));
        Assert.All(claim.Ratings, rating => Assert.Equal("As expected at this stage", rating.Level));
        Assert.Equal(["1.2"], claim.Alignments.Select(item => item.Code));
        var payload = Encoding.UTF8.GetString(Base64Url(record.Jwt.Split('.')[1]));
        Assert.DoesNotContain("questions", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("present more", payload, StringComparison.Ordinal);
        var verified = await Requests.Read<VerificationBody>(await host.Anybody().PostAsync("/v1/verify", new StringContent(record.Jwt), Cancellation));
        Assert.Contains(verified.Checks, check => check is { Name: "endorsement-valid", Answer: "yes" });
        Assert.Null((await Fsck(scene)).Wrong);
    }

    [Fact]
    public async Task It_is_not_signed_before_it_was_shown_and_read_unless_two_weeks_went_by()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var path = (Guid id) => scene.Assessments($"/{id}/signature");
        var opened = await scene.Opened();
        var hash = (await leader.Post<SignedAssessment>(path(opened.Id), new { })).Hash;
        Assert.Equal("409 assessment-not-released", await (await leader.PostAsJsonAsync(path(opened.Id), new { hash }, Cancellation)).Refusal());
        await leader.Post<AssessmentBody>(scene.Assessments($"/{opened.Id}/release"), new { });
        Assert.Equal("409 assessment-unread", await (await leader.PostAsJsonAsync(path(opened.Id), new { hash }, Cancellation)).Refusal());
        host.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        Assert.Equal("409 assessment-unread", await (await (await scene.As(scene.Leader)).PostAsJsonAsync(path(opened.Id), new { hash }, Cancellation)).Refusal());
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await (await scene.As(scene.Leader)).Post<SignedAssessment>(path(opened.Id), new { hash })).RecordId);
        Assert.Null((await (await scene.As(scene.Leader)).Get<AssessmentBody>(scene.Assessments($"/{opened.Id}"))).ReadAt);
    }

    [Fact]
    public async Task Whatever_was_changed_is_a_draft_again_and_what_was_seen_before_is_not_signed()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var read = await scene.Read();
        var seen = await leader.Post<SignedAssessment>(scene.Assessments($"/{read.Id}/signature"), new { });
        var change = new { date = "2025-05-21", ratings = AssessmentScene.Ratings("2") };
        Assert.Equal("412 version-stale", await (await leader.Put(scene.Assessments($"/{read.Id}"), 1, change)).Refusal());
        var changed = await leader.PutWithMatch<AssessmentBody>(scene.Assessments($"/{read.Id}"), read.Version, change);
        Assert.Equal(("draft", "not-yet-satisfactory"), (changed.State, changed.Outcome));
        Assert.Null(changed.ReadAt);
        await leader.Post<AssessmentBody>(scene.Assessments($"/{read.Id}/release"), new { });
        await (await scene.As(scene.Trainee)).Post<AssessmentBody>(scene.Assessments($"/{read.Id}/reading"), new { });
        Assert.Equal("409 list-changed", await (await leader.PostAsJsonAsync(scene.Assessments($"/{read.Id}/signature"), new { hash = seen.Hash }, Cancellation)).Refusal());
        await scene.Sign(read.Id);
        Assert.Equal("409 assessment-signed", await (await leader.Put(scene.Assessments($"/{read.Id}"), 9, change)).Refusal());
        Assert.Equal("409 assessment-signed", await (await leader.PostAsync(scene.Assessments($"/{read.Id}/release"), null, Cancellation)).Refusal());
    }

    [Fact]
    public async Task A_withdrawn_one_ends_its_record_and_makes_room_for_another_of_that_day()
    {
        var scene = await Scene.Set(host);
        var signed = await scene.SignedAssessment();
        var (leader, tutor) = (await scene.As(scene.Leader), scene.Tutor);
        Assert.Equal("409 assessment-exists", await (await leader.PostAsJsonAsync(scene.Assessments(), scene.Asked(), Cancellation)).Refusal());
        var answer = await tutor.PostAsJsonAsync(scene.Assessments($"/{signed.Id}/withdrawal"), new { reason = "It was another day" }, Cancellation);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("withdrawn", (await (await scene.As(scene.Trainee)).Get<RecordBody>(scene.Path($"records/{signed.RecordId}"))).State);
        Assert.Equal("409 assessment-over", await (await tutor.PostAsJsonAsync(scene.Assessments($"/{signed.Id}/withdrawal"), new { reason = "Again" }, Cancellation)).Refusal());
        Assert.NotEqual(signed.RecordId, (await scene.SignedAssessment()).RecordId);
        Assert.Null((await Fsck(scene)).Wrong);
    }

    [Fact]
    public async Task A_form_that_asks_for_it_is_countersigned_by_somebody_else_who_saw_what_was_signed()
    {
        var scene = await Scene.Set(host);
        var signed = await scene.SignedAssessment(form: await ExamplesOfAssessments.Countersigned(scene));
        var path = scene.Assessments($"/{signed.Id}/countersignature");
        Assert.True(signed.NeedsCountersignature);
        Assert.Equal("403 not-yours-to-countersign", await (await (await scene.As(scene.Leader)).PostAsJsonAsync(path, new { hash = signed.Hash }, Cancellation)).Refusal());
        Assert.Equal("403 not-yours-to-countersign", await (await scene.Tutor.PostAsJsonAsync(path, new { hash = signed.Hash }, Cancellation)).Refusal());
        var coLeader = await scene.As(scene.CoLeader);
        Assert.Equal("409 list-changed", await (await coLeader.PostAsJsonAsync(path, new { hash = new string('0', 64) }, Cancellation)).Refusal());
        Assert.Equal(scene.CoLeader.Id, (await coLeader.Post<AssessmentBody>(path, new { hash = signed.Hash })).CountersignedBy);
        var plain = await scene.SignedAssessment("2025-05-20");
        Assert.Equal("403 not-yours-to-countersign", await (await coLeader.PostAsJsonAsync(scene.Assessments($"/{plain.Id}/countersignature"), new { hash = plain.Hash }, Cancellation)).Refusal());
    }

    private static object Confirmed(string? hash = null) => new { alignments = new[] { new { framework = "rcpsych-core-2022", code = "1.2" } }, hash };

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private async Task<FsckAnswer> Fsck(Scene scene)
    {
        Programme programme;
        await using (var found = await host.Database.Begin(scene.Programme, Cancellation))
            programme = (await ProgrammeStore.Find(found, scene.Programme))!;
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return await host.Service<Fsck>().Check(work, programme, null, host.Clock.GetUtcNow().AddMinutes(1), (_, _, _) => { });
    }
}

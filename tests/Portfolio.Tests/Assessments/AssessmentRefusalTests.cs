using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Assessments;

/// <summary>Who is not assessed, by whom not, and of which days not.</summary>
public sealed class AssessmentRefusalTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2024-07-31", "422 assessment-date", "the day on which the group began")]
    [InlineData("2025-06-03", "422 assessment-date", "today or an earlier day")]
    public async Task A_day_before_the_group_began_or_ahead_is_refused_by_its_place(string date, string refusal, string fix)
    {
        var scene = await Scene.Set(host);
        var answer = await (await scene.As(scene.Leader)).PostAsJsonAsync(scene.Assessments(), scene.Asked(date), Cancellation);
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!;
        Assert.Equal((refusal, "$.date"), ($"{problem.Status} {problem.Code}", problem.Errors![0].Field));
        Assert.Contains(fix, problem.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_somebody_came_to_the_group_or_after_they_left_is_refused()
    {
        var scene = await Scene.Set(host);
        var late = await scene.Person("Lola Late", "M3", "9900031");
        await scene.Member(late, from: "2025-01-01", until: "2025-03-31");
        foreach (var date in new[] { "2024-12-31", "2025-04-01" })
            Assert.Equal("422 assessment-date", await Refusal(scene, scene.Leader, scene.Asked(date, about: late)));
        Assert.Equal("422 person-unknown", await Refusal(scene, scene.Leader, scene.Asked(about: scene.CoLeader)));
    }

    [Theory]
    [InlineData("member-without-requirement")]
    [InlineData("taster")]
    [InlineData("observer")]
    public async Task Whoever_has_no_requirement_is_not_assessed(string standing)
    {
        var scene = await Scene.Set(host);
        var foundation = await scene.Person("Fay Foundation", "M4", "9900032");
        await scene.Tutor.Post<FactBody>(scene.Path($"groups/{scene.Group}/members"), new { personId = foundation.Id, standing, from = "2024-08-01" });
        Assert.Equal("422 not-assessed", await Refusal(scene, scene.Leader, scene.Asked(about: foundation)));
    }

    [Fact]
    public async Task Nobody_assesses_themselves_and_only_whom_the_form_names_assesses_at_all()
    {
        var scene = await Scene.Set(host);
        await scene.Member(scene.Leader);
        Assert.Equal("409 own-assessment", await Refusal(scene, scene.Leader, scene.Asked(about: scene.Leader)));
        Assert.Equal("404 not-found", await Refusal(scene, scene.Other, scene.Asked()));
        // A leader of earlier days, on a day of theirs and on another.
        var before = await scene.Person("Bea Before", "L3", "9900033");
        await scene.Mandate(before, "leader", until: "2025-01-31");
        Assert.Equal("403 not-yours-to-assess", await Refusal(scene, before, scene.Asked("2025-02-01")));
        Assert.Equal("in", await Refusal(scene, before, scene.Asked("2025-01-31")));
        // The example is not for supervisors to fill in.
        var supervisor = await scene.Person("Sid Supervisor", "S1", "9900034");
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/supervisions"), new { supervisorId = supervisor.Id, from = "2024-08-01" });
        Assert.Equal("403 not-yours-to-assess", await Refusal(scene, supervisor, scene.Asked()));
    }

    [Fact]
    public async Task A_second_one_of_the_same_form_and_day_is_refused_whoever_opens_it_and_whenever()
    {
        var scene = await Scene.Set(host);
        var (leader, coLeader) = (await scene.As(scene.Leader), await scene.As(scene.CoLeader));
        var answers = await Task.WhenAll(
            leader.PostAsJsonAsync(scene.Assessments(), scene.Asked(), Cancellation), coLeader.PostAsJsonAsync(scene.Assessments(), scene.Asked(), Cancellation));
        Assert.Equal("409 assessment-exists", await answers.Single(answer => !answer.IsSuccessStatusCode).Refusal());
    }

    [Fact]
    public async Task Words_that_name_another_member_are_refused_whoever_writes_them()
    {
        var scene = await Scene.Set(host);
        Assert.Equal("422 names-another-member", await Refusal(scene, scene.Leader, scene.Asked(note: "Helped Otto when he was stuck.")));
        var shown = await scene.Shown(note: "Tara listens.");
        Assert.Equal("422 names-another-member",
            await (await (await scene.As(scene.Trainee)).PostAsJsonAsync(scene.Assessments($"/{shown.Id}/reading"), new { comment = "More than OTTO OTHER does." }, Cancellation)).Refusal());
    }

    [Fact]
    public async Task Ratings_and_forms_that_are_not_right_are_refused_with_path_and_reason()
    {
        var scene = await Scene.Set(host);
        Assert.Equal("422 ratings-refused", await Refusal(scene, scene.Leader, scene.Asked(overall: "5")));
        Assert.Equal("422 assessment-form-unknown", await Refusal(scene, scene.Leader, scene.Asked(form: "made-up")));
        var form = BrokenForms.All["a pass rule above its scale"].Document;
        var answer = await scene.Tutor.PostAsync(scene.Path("assessment-forms"), new StringContent(form, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")), Cancellation);
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemBody>(Cancellation))!;
        Assert.Equal(("form-refused", "$.pass.atLeast"), (problem.Code, problem.Errors![0].Field));
    }

    [Fact]
    public async Task A_version_of_a_form_never_changes()
    {
        var scene = await Scene.Set(host);
        async Task<string> Load(string document)
        {
            var answer = await scene.Tutor.PostAsync(scene.Path("assessment-forms"), new StringContent(document, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")), Cancellation);
            return answer.IsSuccessStatusCode ? $"{(int)answer.StatusCode}" : await answer.Refusal();
        }
        Assert.Equal(["201", "200", "409 form-version-taken", "409 form-version-taken", "201"], new[]
        {
            await Load(AssessmentExamples.Form), await Load(AssessmentExamples.Form), await Load(AssessmentExamples.Form.Replace("Made-up", "Another", StringComparison.Ordinal)),
            await Load(BrokenForms.Good), await Load(AssessmentExamples.Form.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)),
        });
        var forms = (await (await scene.As(scene.Trainee)).Get<AssessmentFormList>(scene.Path("assessment-forms"))).Forms;
        Assert.Equal([("example-group-assessment", 1), ("riverside-group-assessment", 1), ("riverside-group-assessment", 2)], forms.Select(form => (form.Id, form.Version)));
    }

    [Fact]
    public async Task What_later_stages_ask_is_asked_with_the_sessions_that_the_two_had_together()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        await scene.A_filled_register("2025-05-28");
        var asked = new List<AssessmentAsked>();
        BeforeAssessment three = (_, about) =>
        {
            asked.Add(about);
            return Task.FromResult(about.SessionsTogether < 2 ? Problems.NotAssessed.Because("Two sessions together come first.") : null);
        };
        var rules = new AssessmentRules([three], host.Service<PersonStore>());
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        async Task<string?> Why(string day) => (await rules.Check(
            work, ShippedForms.All[0], scene.Group, scene.Trainee.Id, scene.Leader.Id, DateOnly.Parse(day), new(2025, 6, 2))).Problem?.Detail;

        Assert.Null(await Why("2025-05-28"));
        Assert.Equal("Two sessions together come first.", await Why("2025-05-20"));
        Assert.Equal([2, 1], asked.Select(about => about.SessionsTogether));
        Assert.Equal((scene.Group, scene.Trainee.Id, scene.Leader.Id, "EXAMPLE-ASSESSMENT"), (asked[0].Group, asked[0].Person, asked[0].Assessor, asked[0].FormType));
    }

    private static async Task<string> Refusal(Scene scene, PersonBody by, object body)
    {
        var answer = await (await scene.As(by)).PostAsJsonAsync(scene.Assessments(), body, Cancellation);
        return answer.IsSuccessStatusCode ? "in" : await answer.Refusal();
    }
}

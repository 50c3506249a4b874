using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Assessments;

/// <summary>Assessments and entries as requests make them.</summary>
internal static class AssessmentScene
{
    public const string Form = "example-group-assessment";

    /// <summary>A level for every item of the shipped example that must have one.</summary>
    public static object[] Ratings(string overall = "3") =>
        [.. new[] { "reliability", "contributing", "listening", "confidence-kept" }.Select(item => new { item, level = "3" }), new { item = "overall", level = overall }];

    public static string Assessments(this Scene scene, string rest = "") => scene.Path($"groups/{scene.Group}/assessments{rest}");

    public static string Elsewheres(this Scene scene, string rest = "") => scene.Path($"people/{scene.Trainee.Id}/elsewhere{rest}");

    public static object Asked(this Scene scene, string date = "2025-05-28", string overall = "3", string? note = null, string form = Form, PersonBody? about = null) =>
        new { personId = (about ?? scene.Trainee).Id, form, date, ratings = Ratings(overall), note };

    public static async Task<AssessmentBody> Opened(this Scene scene, string date = "2025-05-28", string overall = "3", string? note = null, string form = Form) =>
        await (await scene.As(scene.Leader)).Post<AssessmentBody>(scene.Assessments(), scene.Asked(date, overall, note, form));

    public static async Task<AssessmentBody> Shown(this Scene scene, string date = "2025-05-28", string overall = "3", string? note = null, string form = Form)
    {
        var opened = await scene.Opened(date, overall, note, form);
        return await (await scene.As(scene.Leader)).Post<AssessmentBody>(scene.Assessments($"/{opened.Id}/release"), new { });
    }

    public static async Task<AssessmentBody> Read(this Scene scene, string date = "2025-05-28", string overall = "3", string? comment = null, string form = Form, string? note = null)
    {
        var shown = await scene.Shown(date, overall, note, form);
        return await (await scene.As(scene.Trainee)).Post<AssessmentBody>(scene.Assessments($"/{shown.Id}/reading"), new { comment });
    }

    public static async Task<SignedAssessment> Sign(this Scene scene, Guid id)
    {
        var leader = await scene.As(scene.Leader);
        var seen = await leader.Post<SignedAssessment>(scene.Assessments($"/{id}/signature"), new { });
        return await leader.Post<SignedAssessment>(scene.Assessments($"/{id}/signature"), new { hash = seen.Hash });
    }

    public static async Task<AssessmentBody> SignedAssessment(this Scene scene, string date = "2025-05-28", string overall = "3", string form = Form)
    {
        var read = await scene.Read(date, overall, form: form);
        await scene.Sign(read.Id);
        return await (await scene.As(scene.Leader)).Get<AssessmentBody>(scene.Assessments($"/{read.Id}"));
    }

    public static object Told(string type = "CBDGA", string day = "2025-01-29", string keeper = "The college's e-portfolio", string? outcome = "satisfactory", int? sessions = null) =>
        new { type, from = day, until = day, keeper, outcome, sessions };

    public static async Task<ElsewhereBody> Elsewhere(this Scene scene, string day = "2025-01-29") =>
        await (await scene.As(scene.Trainee)).Post<ElsewhereBody>(scene.Elsewheres(), Told(day: day));

    public static async Task<Guid> Confirmed(this Scene scene, Guid entry)
    {
        var answer = await (await scene.As(scene.Leader)).PostAsync(scene.Elsewheres($"/{entry}/confirmation"), null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await (await scene.As(scene.Trainee)).Get<ElsewhereList>(scene.Elsewheres())).Entries.Single(of => of.Id == entry).RecordId!.Value;
    }
}

using System.Net.Http.Headers;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Assessments;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about assessments and about what was recorded elsewhere.</summary>
internal static class ExamplesOfAssessments
{
    private static readonly object[] Alignments = [new { framework = "rcpsych-core-2022", code = "1.2" }];

    public static async Task<Dictionary<string, Example>> Make(TestHost host, Scene scene)
    {
        var (leader, coLeader, trainee) = (await scene.As(scene.Leader), await scene.As(scene.CoLeader), await scene.As(scene.Trainee));
        var (change, answer, sign, withdraw) = (await scene.Opened("2025-02-03"), await scene.Shown("2025-02-04"), await scene.Read("2025-02-05"), await scene.Opened("2025-02-06"));
        var seen = await leader.Post<SignedAssessment>(scene.Assessments($"/{sign.Id}/signature"), new { alignments = Alignments });
        var countersign = await scene.SignedAssessment("2025-02-07", form: await Countersigned(scene));
        var (decline, takeBack, end) = (await scene.Elsewhere("2025-01-01"), await scene.Elsewhere("2025-01-02"), await scene.Elsewhere("2025-01-03"));
        await scene.Confirmed(end.Id);
        var note = "Takes part as one hopes.";
        return new()
        {
            ["OpenAssessment"] = Example.Of(HttpMethod.Post, scene.Assessments(), new
            {
                personId = scene.Other.Id, form = AssessmentScene.Form, date = "2025-02-03", ratings = AssessmentScene.Ratings(), formVersion = 1, note, id = Guid.CreateVersion7(),
            }, leader, somebodyElse: coLeader),
            ["ChangeAssessment"] = Example.Of(HttpMethod.Put, scene.Assessments($"/{change.Id}"), new { date = "2025-02-02", ratings = AssessmentScene.Ratings("2"), note }, leader, change.Version),
            ["AnswerAssessment"] = Example.Of(HttpMethod.Post, scene.Assessments($"/{answer.Id}/reading"), new { comment = "That is fair." }, trainee),
            ["SignAssessment"] = Example.Of(HttpMethod.Post, scene.Assessments($"/{sign.Id}/signature"), new { alignments = Alignments, hash = seen.Hash }, leader),
            ["CountersignAssessment"] = Example.Of(HttpMethod.Post, scene.Assessments($"/{countersign.Id}/countersignature"), new { hash = countersign.Hash }, coLeader),
            ["WithdrawAssessment"] = Example.Of(HttpMethod.Post, scene.Assessments($"/{withdraw.Id}/withdrawal"), new { reason = "The wrong day" }, leader),
            ["StateElsewhere"] = Example.Of(HttpMethod.Post, scene.Elsewheres(), new
            {
                type = "course", from = "2024-10-01", until = "2024-10-31", keeper = "A made-up academy", sessions = 4, minutes = 480, outcome = "completed",
                original = "Certificate 12", sha256 = new string('a', 64), id = Guid.CreateVersion7(),
            }, trainee, somebodyElse: leader),
            ["HandInRecord"] = Example.Of(HttpMethod.Post, scene.Elsewheres("/records"), new { record = await Foreign(host), id = Guid.CreateVersion7() }, trainee, somebodyElse: leader),
            ["WithdrawElsewhere"] = Example.Of(HttpMethod.Post, scene.Elsewheres($"/{takeBack.Id}/withdrawal"), new { reason = "Entered twice" }, trainee),
            ["DeclineElsewhere"] = Example.Of(HttpMethod.Post, scene.Elsewheres($"/{decline.Id}/refusal"), new { reason = "Not in the portfolio" }, leader),
            ["EndElsewhere"] = Example.Of(HttpMethod.Post, scene.Elsewheres($"/{end.Id}/end"), new { reason = "Taken back there" }, coLeader),
        };
    }

    /// <summary>A record that another programme signed about somebody of the same number.</summary>
    public static async Task<string> Foreign(TestHost host)
    {
        var elsewhere = await Scene.Set(host);
        var signed = await elsewhere.Signed(await elsewhere.A_filled_register("2025-01-08"));
        var record = signed.Records.Single(of => of.PersonId == elsewhere.Trainee.Id && of.Kind == "attendance").Id;
        return (await (await elsewhere.As(elsewhere.Trainee)).Get<RecordBody>(elsewhere.Path($"records/{record}"))).Jwt;
    }

    /// <summary>Loads the shipped example as a form that another leader countersigns.</summary>
    public static async Task<string> Countersigned(Scene scene)
    {
        var document = (await File.ReadAllTextAsync(Path.Combine(Source.Root, "api", "Assessments", "Forms", "example-group-assessment.json")))
            .Replace("\"example-group-assessment\"", "\"countersigned-example\"", StringComparison.Ordinal)
            .Replace("\"confirmed\"", "\"countersignedBy\": [\"leader\"], \"confirmed\"", StringComparison.Ordinal);
        var form = new StringContent(document, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        return (await Requests.Read<AssessmentFormBody>(await scene.Tutor.PostAsync(scene.Path("assessment-forms"), form))).Id;
    }
}

using System.Net.Http.Json;
using Dapper;
using Npgsql;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Assessments;

/// <summary>What was written beside an assessment is for three people, is handed out to its person, and goes when they do.</summary>
public sealed class AssessmentPrivacyTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_sealed_shown_to_the_person_the_assessor_and_their_supervisor_and_logged_nowhere()
    {
        var scene = await Scene.Set(host);
        var read = await scene.Read(comment: "An unheard-of comment", note: "An unheard-of remark");
        await scene.Sign(read.Id);
        var supervisor = await scene.Person("Sid Supervisor", "S1", "9900034");
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/supervisions"), new { supervisorId = supervisor.Id, from = "2024-08-01" });

        foreach (var (who, sees) in new[] { (scene.Trainee, true), (scene.Leader, true), (supervisor, true), (scene.CoLeader, false) })
        {
            var shown = await (await scene.As(who)).Get<AssessmentBody>(scene.Assessments($"/{read.Id}"));
            Assert.Equal((who.Name, sees, sees), (who.Name, shown.Note is not null, shown.Comment is not null));
        }
        Assert.Null(Assert.Single((await scene.Tutor.Get<AssessmentList>(scene.Path($"people/{scene.Trainee.Id}/assessments"))).Assessments).Note);
        Assert.Single((await (await scene.As(scene.Trainee)).Get<AssessmentList>(scene.Path($"people/{scene.Trainee.Id}/assessments"))).Assessments);
        Assert.Single((await (await scene.As(scene.Leader)).Get<AssessmentList>(scene.Assessments())).Assessments);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("unheard-of", StringComparison.Ordinal));
        Assert.Equal(0, await Count("select count(*) from assessment where encode(feedback, 'escape') like '%unheard%' or encode(comment, 'escape') like '%unheard%'"));
    }

    [Fact]
    public async Task The_person_gets_all_of_it_and_an_erasure_leaves_the_outcome_and_no_word()
    {
        var scene = await Scene.Set(host);
        var read = await scene.Read(comment: "Mine to keep");
        await scene.Sign(read.Id);
        var open = await scene.Opened("2025-05-20", note: "Not shown yet");
        await scene.Elsewhere();
        var export = await (await scene.As(scene.Trainee)).Get<PersonExport>(scene.Path($"people/{scene.Trainee.Id}/export"));
        Assert.Contains(export.Parts["assessments"], row => row.TryGetValue("feedback", out var text) && text.ToString() == "Not shown yet");
        Assert.Contains(export.Parts["assessments"], row => row.TryGetValue("comment", out var text) && text.ToString() == "Mine to keep");
        Assert.Equal("The college's e-portfolio", export.Parts["recorded-elsewhere"].Single()["keeper"].GetString());

        var officer = await scene.Officer();
        var erased = await officer.PostAsJsonAsync(scene.Path($"people/{scene.Trainee.Id}/erasure"), new { personId = scene.Trainee.Id, reason = "objected" }, Cancellation);
        Assert.True(erased.IsSuccessStatusCode, await erased.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(0, await Count($"select count(*) from assessment where person_id = '{scene.Trainee.Id}' and coalesce(ratings, feedback, comment, reason) is not null"));
        Assert.Equal(0, await Count($"select count(*) from recorded_elsewhere where person_id = '{scene.Trainee.Id}' and coalesce(detail, reason) is not null"));
        Assert.Equal(1, await Count($"select count(*) from assessment where id = '{open.Id}' and state = 'withdrawn'"));
        Assert.Equal(1, await Count($"select count(*) from assessment where id = '{read.Id}' and state = 'signed' and outcome = 'satisfactory'"));
    }

    private async Task<long> Count(string sql)
    {
        await using var connection = new NpgsqlConnection(await host.Superuser());
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}

using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about confirming, evidence packs, and registers that are not right.</summary>
internal static class ExamplesOfConfirmations
{
    public static async Task<Dictionary<string, Example>> Make(TestHost host)
    {
        var (scene, asks, declines, answers) = (await ConfirmationScene.Met(host), await ConfirmationScene.Met(host), await ConfirmationScene.Met(host), await ConfirmationScene.Met(host));
        var (leader, trainee, other) = (await scene.As(scene.Leader), await scene.As(scene.Trainee), await scene.As(scene.Other));
        var step = new { step = "agreed", pack = ConfirmationScene.Pack, version = 1, asOf = "2025-06-01", alignments = Array.Empty<object>() };
        var seen = await leader.Post<ConfirmationSeen>(scene.Confirmations(), step);
        var reverse = await (await scene.As(await scene.Supervisor(scene.Trainee))).Confirmed(scene, null);
        var session = (await trainee.Get<RecordBody>(scene.Path($"records/{seen.Confirms.Evidence.Records[0].RecordId}"))).SessionId;
        var query = await other.Post<QueryBody>(scene.Path($"sessions/{session}/queries"), new { says = "I was there longer." });
        var open = await (await answers.As(answers.Leader)).Post<QuestionBody>(answers.Confirmations("/questions"),
            new { step = "agreed", question = "Which was the first?", answers = answers.Trainee.Id });
        return new()
        {
            ["Confirm"] = Example.Of(HttpMethod.Post, scene.Confirmations(), new { step.step, step.pack, step.version, step.asOf, step.alignments, listHash = seen.Hash }, leader),
            ["AskBack"] = Example.Of(HttpMethod.Post, asks.Confirmations("/questions"),
                new { step = "agreed", question = "Which was the first?", answers = asks.Trainee.Id, pack = ConfirmationScene.Pack, version = 1, id = Guid.CreateVersion7() },
                await asks.As(asks.Leader), somebodyElse: await asks.As(asks.CoLeader)),
            ["DeclineStep"] = Example.Of(HttpMethod.Post, declines.Confirmations("/declines"),
                new { step = "agreed", reason = "One sheet is missing", pack = ConfirmationScene.Pack, version = 1 }, await declines.As(declines.Leader)),
            ["ReverseConfirmation"] = Example.Of(HttpMethod.Post, scene.Confirmations($"/{reverse.ConfirmationId}/reversal"), new { reason = "Meant for somebody else" },
                await scene.As(await Supervisor(scene))),
            ["AnswerQuestion"] = Example.Of(HttpMethod.Post, answers.Confirmations($"/questions/{open.Id}/answer"), new { answer = "That of 14 May." }, await answers.As(answers.Trainee)),
            ["FreezeEvidencePack"] = Example.Of(HttpMethod.Post, scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"),
                new { asOf = "2025-06-01", pack = ConfirmationScene.Pack, version = 1, id = Guid.CreateVersion7() }, trainee, somebodyElse: scene.Tutor),
            ["QueryRegister"] = Example.Of(HttpMethod.Post, scene.Path($"sessions/{session}/queries"), new { says = "I was there for an hour.", id = Guid.CreateVersion7() }, trainee, somebodyElse: other),
            ["AnswerQuery"] = Example.Of(HttpMethod.Post, scene.Path($"sessions/{session}/queries/{query.Id}/answer"), new { answer = "The sheet says so too." }, leader),
        };
    }

    private static async Task<PersonBody> Supervisor(Scene scene)
    {
        var supervisor = (await scene.Tutor.Get<SupervisionList>(scene.Path($"people/{scene.Trainee.Id}/supervisions"))).Supervisions[^1].SupervisorId;
        return await scene.Tutor.Get<PersonBody>(scene.Path($"people/{supervisor}"));
    }
}

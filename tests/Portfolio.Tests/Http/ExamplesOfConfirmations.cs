using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about confirming, evidence packs, and registers that are not right.</summary>
internal static class ExamplesOfConfirmations
{
    public static async Task<Dictionary<string, Example>> Make(TestHost host)
    {
        var (scene, asks, declines, answers, queried) =
            (await ConfirmationScene.Met(host), await ConfirmationScene.Met(host), await ConfirmationScene.Met(host), await ConfirmationScene.Met(host), await ConfirmationScene.Met(host));
        var (leader, trainee) = (await scene.As(scene.Leader), await scene.As(scene.Trainee));
        var step = new { step = "agreed", pack = ConfirmationScene.Pack, version = 1, asOf = "2025-06-01", alignments = Array.Empty<object>() };
        var seen = await leader.Post<ConfirmationSeen>(scene.Confirmations(), step);
        var open = await (await answers.As(answers.Leader)).Post<QuestionBody>(answers.Confirmations("/questions"),
            new { step = "agreed", question = "Which was the first?", answers = answers.Trainee.Id });
        // What is confirmed says which registers are queried and what was verified before: these are of somebody else.
        var (asking, other) = (await queried.As(queried.Trainee), await queried.As(queried.Other));
        var reverse = await (await queried.As(await queried.Supervisor(queried.Trainee))).Confirmed(queried, null);
        var first = (await (await queried.As(queried.Leader)).Post<ConfirmationSeen>(queried.Confirmations(), step)).Confirms.Evidence.Records[0];
        var session = (await asking.Get<RecordBody>(queried.Path($"records/{first.RecordId}"))).SessionId;
        var query = await other.Post<QueryBody>(queried.Path($"sessions/{session}/queries"), new { says = "I was there longer." });
        var (panel, rule) = (await AskedByPanel(queried), new { rule = "sessions", question = "Are these all?", id = Guid.CreateVersion7() });
        return new()
        {
            ["AddPanelNote"] = Example.Of(HttpMethod.Post, panel.Pack + "/notes", rule, panel.Member, somebodyElse: panel.Another),
            ["AnswerPanel"] = Example.Of(HttpMethod.Post, panel.Pack + "/answers", new { rule = "sessions", answer = "They are.", id = Guid.CreateVersion7() }, queried.Tutor,
                somebodyElse: await queried.As(queried.Trainee)),
            ["Confirm"] = Example.Of(HttpMethod.Post, scene.Confirmations(), new { step.step, step.pack, step.version, step.asOf, step.alignments, listHash = seen.Hash }, leader),
            ["AskBack"] = Example.Of(HttpMethod.Post, asks.Confirmations("/questions"),
                new { step = "agreed", question = "Which was the first?", answers = asks.Trainee.Id, pack = ConfirmationScene.Pack, version = 1, id = Guid.CreateVersion7() },
                await asks.As(asks.Leader), somebodyElse: await asks.As(asks.CoLeader)),
            ["DeclineStep"] = Example.Of(HttpMethod.Post, declines.Confirmations("/declines"),
                new { step = "agreed", reason = "One sheet is missing", pack = ConfirmationScene.Pack, version = 1 }, await declines.As(declines.Leader)),
            ["ReverseConfirmation"] = Example.Of(HttpMethod.Post, queried.Confirmations($"/{reverse.ConfirmationId}/reversal"), new { reason = "Meant for somebody else" },
                await queried.As(await Supervisor(queried))),
            ["AnswerQuestion"] = Example.Of(HttpMethod.Post, answers.Confirmations($"/questions/{open.Id}/answer"), new { answer = "That of 14 May." }, await answers.As(answers.Trainee)),
            ["FreezeEvidencePack"] = Example.Of(HttpMethod.Post, scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"),
                new { asOf = "2025-06-01", pack = ConfirmationScene.Pack, version = 1, id = Guid.CreateVersion7() }, trainee, somebodyElse: scene.Tutor),
            ["QueryRegister"] = Example.Of(HttpMethod.Post, queried.Path($"sessions/{session}/queries"), new { says = "I was there for an hour.", id = Guid.CreateVersion7() }, asking, somebodyElse: other),
            ["AnswerQuery"] = Example.Of(HttpMethod.Post, queried.Path($"sessions/{session}/queries/{query.Id}/answer"), new { answer = "The sheet says so too." }, await queried.As(queried.Leader)),
        };
    }

    // An evidence pack before a panel of two, one of whom asks something.
    private static async Task<(string Pack, HttpClient Member, HttpClient Another)> AskedByPanel(Scene scene)
    {
        var pack = await scene.Tutor.Post<EvidencePackBody>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"), new { });
        var members = new List<HttpClient>();
        foreach (var (key, number) in new[] { ("PM1", "9900071"), ("PM2", "9900072") })
        {
            var member = await scene.Person("Paula Panel", key, number);
            await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = member.Id, office = "panel-member", from = "2024-08-01", until = "2026-08-01" });
            members.Add(await scene.As(member));
        }
        var path = scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs/{pack.Id}");
        await members[0].Post<PanelNoteBody>(path + "/notes", new { rule = "sessions", question = "Which was the first?" });
        return (path, members[0], members[1]);
    }

    private static async Task<PersonBody> Supervisor(Scene scene)
    {
        var supervisor = (await scene.Tutor.Get<SupervisionList>(scene.Path($"people/{scene.Trainee.Id}/supervisions"))).Supervisions[^1].SupervisorId;
        return await scene.Tutor.Get<PersonBody>(scene.Path($"people/{supervisor}"));
    }
}

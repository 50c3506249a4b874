using System.Net.Http.Json;
using System.Text;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

/// <summary>A trainee with a supervisor, and what is asked about their requirement.</summary>
internal static class ConfirmationScene
{
    /// <summary>A made-up requirement of two sessions, confirmed in three steps, the last by somebody independent.</summary>
    public const string Pack = "made-up-two";

    public static async Task<PersonBody> Supervisor(this Scene scene, PersonBody of, string key = "S1", string number = "9900051")
    {
        var supervisor = await scene.Person("Sunniva Supervisor", key, number);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{of.Id}/supervisions"), new { supervisorId = supervisor.Id, from = "2024-08-01", kind = "educational" });
        return supervisor;
    }

    /// <summary>The trainee follows the made-up requirement, and has what it asks for.</summary>
    public static async Task<Scene> Met(TestHost host)
    {
        var scene = await Scene.Set(host);
        await scene.Placement(scene.Trainee);
        await scene.Follows(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        return scene;
    }

    public static async Task Follows(this Scene scene, TestHost host)
    {
        await using (var work = await host.Database.Begin(scene.Programme, TestContext.Current.CancellationToken))
        {
            Assert.Empty(PackReader.Read(Encoding.UTF8.GetBytes(Document)).Faults);
            Assert.Null((await PackStore.Keep(work, PackReader.Read(Encoding.UTF8.GetBytes(Document)).Pack!, null, host.Clock.GetUtcNow())).Problem);
            await work.Commit();
        }
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/requirements"), new { pack = Pack, from = "2024-08-07" });
    }

    public static string Confirmations(this Scene scene, string rest = "") => scene.Path($"trainees/{scene.Trainee.Id}/confirmations{rest}");

    /// <summary>Sees what a step would confirm, or progress, then confirms exactly that.</summary>
    public static async Task<ConfirmationSeen> Confirmed(this HttpClient confirmer, Scene scene, string? step, string? pack = null)
    {
        var seen = await confirmer.Post<ConfirmationSeen>(scene.Confirmations(), new { step, pack });
        return await confirmer.Post<ConfirmationSeen>(scene.Confirmations(), new { step, pack, listHash = seen.Hash });
    }

    public static async Task<string> RefusedStep(this HttpClient confirmer, Scene scene, string? step) =>
        await (await confirmer.PostAsJsonAsync(scene.Confirmations(), new { step }, TestContext.Current.CancellationToken)).Refusal();

    private const string Document = """
        {
          "id": "made-up-two", "version": 1, "language": "en", "title": { "en": "A made-up requirement of two sessions" }, "validFrom": "2022-08-01",
          "deadlines": [{ "at": "date", "on": { "value": "2026-07-31", "confirmed": false, "note": "Made up." } }],
          "rules": [
            {
              "kind": "sessions", "id": "sessions", "unit": "session", "minimum": { "value": 2, "confirmed": false, "note": "Made up." },
              "groups": { "value": "add-up", "confirmed": false, "note": "Made up." },
              "modes": { "value": ["in-person", "online"], "confirmed": false, "note": "Made up." },
              "accepted": { "value": ["contemporaneous", "attested", "imported"], "confirmed": false, "note": "Made up." },
              "everyDays": { "value": 7, "confirmed": false, "note": "Made up." }, "judgedAfter": { "value": 1, "confirmed": false, "note": "Made up." }
            }
          ],
          "confirmation": [
            { "id": "agreed", "act": "agrees", "by": { "value": ["leader"], "confirmed": false, "note": "Made up." } },
            { "id": "checked", "act": "checks", "by": { "value": ["tutor"], "confirmed": false, "note": "Made up." },
              "unlocks": { "value": { "en": "A first patient" }, "confirmed": false, "note": "Made up." } },
            { "id": "verified", "act": "verifies", "by": { "value": ["educational-supervisor", "tutor"], "confirmed": false, "note": "Made up." },
              "independent": { "value": true, "confirmed": false, "note": "Made up." } }
          ],
          "unlocks": { "value": { "en": "The next stage" }, "confirmed": false, "note": "Made up." },
          "clockStopsMove": { "value": [], "confirmed": false, "note": "Made up." },
          "competencies": [{ "framework": "rcpsych-core-2022", "code": "1.2" }, { "framework": "rcpsych-core-2022", "code": "2.3" }]
        }
        """;
}

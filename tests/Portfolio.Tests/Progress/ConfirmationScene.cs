using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

/// <summary>A trainee with a supervisor, and what is asked about their requirement.</summary>
internal static class ConfirmationScene
{
    public static async Task<PersonBody> Supervisor(this Scene scene, PersonBody of, string key = "S1", string number = "9900051")
    {
        var supervisor = await scene.Person("Sunniva Supervisor", key, number);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{of.Id}/supervisions"), new { supervisorId = supervisor.Id, from = "2024-08-01", kind = "educational" });
        return supervisor;
    }

    public static string Confirmations(this Scene scene, string rest = "") => scene.Path($"trainees/{scene.Trainee.Id}/confirmations{rest}");

    /// <summary>Sees what a step would confirm, or progress, then confirms exactly that.</summary>
    public static async Task<ConfirmationSeen> Confirmed(this HttpClient confirmer, Scene scene, string? step, string pack)
    {
        var seen = await confirmer.Post<ConfirmationSeen>(scene.Confirmations(), new { step, pack });
        return await confirmer.Post<ConfirmationSeen>(scene.Confirmations(), new { step, pack, listHash = seen.Hash });
    }
}

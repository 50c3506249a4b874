using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Progress;

internal static class ProgressScene
{
    // In CT2, so that the deadline of the North West pack is the end of the grade itself.
    public static Task<FactBody> Placement(this Scene scene, PersonBody person, string role = "trainee") =>
        scene.Tutor.Post<FactBody>(scene.Path($"people/{person.Id}/placements"), new
        {
            site = "Riverside", role, wholeTime = 1.0, workingDays = new[] { 1, 2, 3, 4, 5 }, from = "2024-08-07", grade = "CT2", gradeExpectedTo = "2025-07-31",
        });

    public static string ProgressOf(this Scene scene, PersonBody person, string pack = "uk-nw-core", string? asOf = null) =>
        scene.Path($"trainees/{person.Id}/progress?pack={pack}{(asOf is null ? "" : $"&asOf={asOf}")}");
}

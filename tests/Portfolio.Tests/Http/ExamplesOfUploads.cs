using Portfolio.Contracts.Http;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about what trainees take to a portfolio themselves.</summary>
internal static class ExamplesOfUploads
{
    public static async Task<Dictionary<string, Example>> Make(TestHost host)
    {
        var scene = await ConfirmationScene.Met(host);
        var (trainee, platform) = (await scene.As(scene.Trainee), await scene.Outward(host));
        var evidence = await trainee.Post<EvidencePackBody>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"), new { });
        var pack = await trainee.Upload(scene, platform);
        return new()
        {
            ["MakeUploadPack"] = Example.Of(HttpMethod.Post, scene.Uploads(),
                new { platformId = platform.Id, from = "2025-05-01", until = evidence.AsOf, evidencePackId = evidence.Id, id = Guid.CreateVersion7() }, trainee),
            ["SayUploaded"] = Example.Of(HttpMethod.Post, scene.Uploads($"/{pack.Id}/uploaded"), new { on = "2025-06-02" }, trainee),
        };
    }
}

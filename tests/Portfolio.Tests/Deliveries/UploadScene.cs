using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>A portfolio without an interface, and what a trainee takes there.</summary>
internal static class UploadScene
{
    public static string Uploads(this Scene scene, string rest = "") => scene.Path($"trainees/{scene.Trainee.Id}/upload-packs{rest}");

    /// <summary>A platform that is written to by an adapter.</summary>
    public static async Task<PlatformBody> Outward(this Scene scene, TestHost host, string adapter = "upload", string name = "Riverside portfolio")
    {
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name });
        await Ledger.Outward(host, scene.Programme, platform.Id, adapter, mostAtOnce: 1);
        return platform;
    }

    public static Task<UploadPackBody> Upload(this HttpClient trainee, Scene scene, PlatformBody platform, string from = "2025-05-01") =>
        trainee.Post<UploadPackBody>(scene.Uploads(), new { platformId = platform.Id, from });
}

using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about platforms that are written to.</summary>
internal static class ExamplesOfDeliveries
{
    public static async Task<Dictionary<string, Example>> Make(TestHost host, Scene scene)
    {
        var (fresh, written) = (await OutwardScene.Let_in(host, scene), await OutwardScene.Set(host, scene));
        var permission = await written.Connected_by(scene.CoLeader);
        var (asked, own, whole) = (await Ledger.Asked(host, scene), await Ledger.Asked(host, scene), await Ledger.Asked(host, scene));
        return new()
        {
            ["TellDelivery"] = Example.Of(HttpMethod.Post, scene.Path($"deliveries/{asked.Delivery}/found"), new { there = true }, asked.Person),
            ["ReplayConnection"] = Example.Of(HttpMethod.Post, scene.Path($"connections/{own.Connection}/replay"), new { from = "2024-01-01", until = "2030-12-31" }, own.Person),
            ["ReplayPlatform"] = Example.Of(HttpMethod.Post, scene.Path($"platforms/{whole.Platform}/replay"), new { from = "2024-01-01", until = "2030-12-31" }, scene.Tutor),
            ["SetOutward"] = Example.Of(HttpMethod.Put, fresh.Path, OutwardScene.Body(mostAtOnce: 4), scene.Tutor),
            ["ForbidReceivers"] = Example.Of(HttpMethod.Put, scene.Path("receivers"), new { forbiddenCountries = new[] { "ZZ" }, forbiddenHosts = new[] { "forbidden.example" } }, scene.Tutor),
            ["SetConnectionSettings"] = Example.Of(HttpMethod.Put, written.Of(permission, "settings"), new { settings = new[] { new { name = "account", value = "colin" } } },
                await scene.As(scene.CoLeader)),
        };
    }
}

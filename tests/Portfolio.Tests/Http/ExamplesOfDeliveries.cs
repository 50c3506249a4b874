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
        return new()
        {
            ["SetOutward"] = Example.Of(HttpMethod.Put, fresh.Path, OutwardScene.Body(mostAtOnce: 4), scene.Tutor),
            ["ForbidReceivers"] = Example.Of(HttpMethod.Put, scene.Path("receivers"), new { forbiddenCountries = new[] { "ZZ" }, forbiddenHosts = new[] { "forbidden.example" } }, scene.Tutor),
            ["SetConnectionSettings"] = Example.Of(HttpMethod.Put, written.Of(permission, "settings"), new { settings = new[] { new { name = "account", value = "colin" } } },
                await scene.As(scene.CoLeader)),
        };
    }
}

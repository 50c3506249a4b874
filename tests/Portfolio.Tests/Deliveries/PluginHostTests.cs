using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Verbs;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>A host that has a folder of plugins.</summary>
public sealed class PluginHostTests(TestCluster cluster) : IAsyncLifetime
{
    private readonly TestHost host = new(cluster);
    private readonly TemporaryFolder folder = new();
    private bool started;

    private string Plugins => Path.Combine(folder.Path, "plugins");

    public ValueTask InitializeAsync()
    {
        host.Settings["Portfolio:Plugins"] = Plugins;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (started)
            await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task It_offers_a_plugin_beside_its_own()
    {
        PluginOnDisk.Lay(Plugins);
        await host.InitializeAsync();
        started = true;

        var adapters = (await host.Anybody().Get<AdapterList>("/v1/adapters")).Adapters;
        Assert.Equal(["probe", "upload"], adapters.Select(adapter => adapter.Name).Where(name => name is "probe" or "upload"));
        Assert.True(adapters.Single(adapter => adapter.Name == "probe").PersonSettings.GetProperty("properties").GetProperty("token").GetProperty("writeOnly").GetBoolean());
    }

    [Fact]
    public void It_does_not_start_with_one_that_cannot_be_loaded_wherever_the_folder_is()
    {
        PluginOnDisk.Lay(Plugins);
        Directory.CreateDirectory(Path.Combine(Plugins, "empty"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var (setting, dataFolder) in new[] { (Plugins, "nowhere"), ("", folder.Path) })
        {
            var builder = WebHost.CreateBuilder(new ServeArguments(null, [$"--Portfolio:Plugins={setting}"]));
            Assert.Contains("there is no empty.dll in it", Assert.Throws<RefusedException>(() => builder.AddPlugins(dataFolder)).Message, StringComparison.Ordinal);
        }
    }
}

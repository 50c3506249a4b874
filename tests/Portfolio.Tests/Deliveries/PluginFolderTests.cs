using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Portfolio.Adapters.Upload;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Leap2A;

namespace Portfolio.Tests.Deliveries;

/// <summary>Adapters that others wrote, loaded from a folder.</summary>
public sealed class PluginFolderTests : IDisposable
{
    private const string Name = PluginOnDisk.Name;

    private readonly TemporaryFolder folder = new();

    private string Plugin => Path.Combine(folder.Path, "plugins", Name);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_plugin_delivers_by_the_hosts_own_port()
    {
        var adapter = Assert.Single(Load());
        Assert.Equal(("probe", Repeating.SameId), (adapter.Description.Name, adapter.Description.Repeating));
        var record = Leap2ASamples.Of("attendance", 1);
        using var there = new FilesThere();
        var connection = new ConnectionDouble(there, new() { ["address"] = "https://files.example.org/tara/", ["token"] = "made-up" });

        var outcome = await adapter.Deliver(record, connection, TestContext.Current.CancellationToken);
        Assert.Equal($"{record.Id}", Assert.IsType<Outcome.Accepted>(outcome).Receipt.Id);
        Assert.Equal(record.Jwt.ToArray(), there.Files[$"/tara/{record.Id}.jwt"]);
        Assert.IsType<Outcome.Accepted>(await adapter.Withdraw(record.As(null), connection, TestContext.Current.CancellationToken));
        Assert.Empty(there.Files);
        Assert.All(await adapter.Test(connection, TestContext.Current.CancellationToken), trial => Assert.True(trial.Works));
    }

    [Fact]
    public void It_lives_in_a_context_of_its_own_with_its_own_version_of_what_the_host_has_too()
    {
        var plugin = Assert.Single(Load()).GetType().Assembly;
        var context = AssemblyLoadContext.GetLoadContext(plugin)!;
        var (theirs, ours) = (context.LoadFromAssemblyName(new("Polly.Core")), AssemblyLoadContext.Default.LoadFromAssemblyName(new("Polly.Core")));

        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.NotEqual(Version(ours), Version(theirs));
        Assert.StartsWith(Plugin, theirs.Location, StringComparison.Ordinal);
        Assert.Same(typeof(IPortfolioAdapter).Assembly, context.LoadFromAssemblyName(typeof(IPortfolioAdapter).Assembly.GetName()));

        static string Version(Assembly assembly) => FileVersionInfo.GetVersionInfo(assembly.Location).FileVersion!;
    }

    [Fact]
    public void Where_there_is_no_folder_there_are_no_plugins() => Assert.Empty(PluginFolder.Load(Path.Combine(folder.Path, "nowhere")));

    [Fact]
    public void A_bad_plugin_stops_the_start_and_is_named_with_the_reason()
    {
        Lay();
        File.WriteAllText(Main(), "This is no assembly.");
        Assert.StartsWith($"The plugin {Main()} is not loaded: ", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_without_an_adapter_and_one_without_its_assembly_are_named()
    {
        Lay();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Dapper.dll"), Main(), overwrite: true);
        Assert.Contains("holds no public class that is an adapter", Refused(), StringComparison.Ordinal);
        File.Delete(Main());
        Assert.Contains($"there is no {Name}.dll in it", Refused(), StringComparison.Ordinal);
    }

    [Theory, InlineData(UnixFileMode.OtherWrite), InlineData(UnixFileMode.GroupWrite)]
    public void Whatever_others_can_change_is_not_loaded(UnixFileMode mode)
    {
        Lay();
        foreach (var path in new[] { Path.Combine(folder.Path, "plugins"), Plugin, Main(), Path.Combine(Plugin, "Polly.Core.dll") })
        {
            var before = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, before | mode);
            Assert.Contains($"The plugin {path} is not loaded: others can change it", Refused(), StringComparison.Ordinal);
            File.SetUnixFileMode(path, before);
        }
        Assert.Single(PluginFolder.Load(Path.Combine(folder.Path, "plugins")));
    }

    [Fact]
    public void A_link_to_somewhere_else_is_not_followed()
    {
        Lay();
        File.CreateSymbolicLink(Path.Combine(Plugin, "else.dll"), typeof(PluginFolder).Assembly.Location);
        Assert.Contains("it is a link", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_adapters_of_one_name_stop_the_start() =>
        Assert.Contains("Two adapters are called upload", Assert.Throws<RefusedException>(() => new Portfolio.Api.Deliveries.Adapters([new UploadAdapter(), new UploadAdapter()])).Message, StringComparison.Ordinal);

    private IReadOnlyList<IPortfolioAdapter> Load()
    {
        Lay();
        return PluginFolder.Load(Path.Combine(folder.Path, "plugins"));
    }

    private string Main() => Path.Combine(Plugin, Name + ".dll");

    private void Lay() => PluginOnDisk.Lay(Path.Combine(folder.Path, "plugins"));

    private string Refused() => Assert.Throws<RefusedException>(() => PluginFolder.Load(Path.Combine(folder.Path, "plugins"))).Message;
}

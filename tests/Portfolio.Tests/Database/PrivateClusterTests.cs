using System.Globalization;
using System.Net;
using Dapper;
using Npgsql;
using Portfolio.Api.Database;

namespace Portfolio.Tests.Database;

/// <summary>As root, every case runs twice: as root, and as an ordinary user.</summary>
public sealed class PrivateClusterTests : IDisposable
{
    private const string OrdinaryUser = "nobody";

    private readonly TemporaryFolder folder = new();

    public static IEnumerable<TheoryDataRow<string?>> Users => Posix.IsRoot ? [new(null), new(OrdinaryUser)] : [new(null)];

    [Theory]
    [MemberData(nameof(Users))]
    public async Task A_killed_server_is_started_again_and_keeps_what_was_committed(string? user)
    {
        var (program, data) = Place(user);
        await using var host = await HostProcess.Serve(program, data, user);
        await Commit(data, 1);
        var before = Server(data);

        Posix.Signal(before, 9);
        await Until(() => File.Exists(ProcessFile(data)) && Server(data) != before);
        await host.Becomes(HttpStatusCode.OK);

        Assert.Equal([1], await Committed(data));
    }

    [Theory]
    [MemberData(nameof(Users))]
    public async Task A_killed_host_takes_the_server_with_it_and_the_next_start_finds_what_was_committed(string? user)
    {
        var (program, data) = Place(user);
        await using (var host = await HostProcess.Serve(program, data, user))
        {
            await Commit(data, 1);
            var server = Server(data);
            await host.Kill();
            await Until(() => !Runs(server));
        }

        await using var next = await HostProcess.Serve(program, data, user);
        Assert.Equal([1], await Committed(data));
        await Commit(data, 2);
        Assert.Equal(0, await next.Stop());
        Assert.False(File.Exists(ProcessFile(data)));
    }

    [Theory]
    [MemberData(nameof(Users))]
    public async Task A_second_host_is_refused_and_a_verb_uses_the_running_hosts_server(string? user)
    {
        var (program, data) = Place(user);
        await using var host = await HostProcess.Serve(program, data, user);
        var server = Server(data);

        var second = await HostProcess.Run(program, user, "serve", "--data", data);
        Assert.Equal((1, ""), (second.Code, second.Answer));
        Assert.Contains("is being served already", second.Errors, StringComparison.Ordinal);

        var verb = await HostProcess.Run(program, user, "migrate", "--data", data);
        Assert.Equal((0, ""), (verb.Code, verb.Answer));
        Assert.Equal(server, Server(data));
        await host.Becomes(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Verbs_at_once_on_a_new_folder_take_turns()
    {
        var (program, data) = Place(null);
        var ended = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => HostProcess.Run(program, null, "migrate", "--data", data)));
        Assert.All(ended, verb => Assert.Equal(0, verb.Code));
    }

    [Fact]
    public async Task A_process_file_whose_number_now_belongs_to_another_program_does_not_stop_the_start()
    {
        var (program, data) = Place(null);
        await using (var host = await HostProcess.Serve(program, data, null)) await host.Stop();
        await File.WriteAllTextAsync(ProcessFile(data), $"{Environment.ProcessId}\n{data}/postgres\n", TestContext.Current.CancellationToken);

        await using var again = await HostProcess.Serve(program, data, null);
        Assert.NotEqual(Environment.ProcessId, Server(data));
    }

    [Theory]
    [InlineData(0b111_111_111, false)]
    [InlineData(0b111_000_000, true)]
    public async Task A_socket_folder_that_somebody_else_could_have_made_is_refused(int mode, bool link)
    {
        var (_, data) = Place(null);
        var real = link ? folder["elsewhere"] : Path.Combine(data, "socket");
        Directory.CreateDirectory(data, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(real);
        File.SetUnixFileMode(real, (UnixFileMode)mode);
        if (link) Directory.CreateSymbolicLink(Path.Combine(data, "socket"), real);

        var refused = await Assert.ThrowsAsync<RefusedException>(
            () => PrivateCluster.Open(DataFolder.At(data), ClusterUse.Verb, Console.Error.WriteLine, TestContext.Current.CancellationToken));
        Assert.Contains("mode 0700", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_data_folder_still_gets_a_socket_that_fits()
    {
        var data = DataFolder.At(folder[new string('x', 120)]);
        var socket = SocketFolder.For(data, ServerAccount.Find());
        await using (var cluster = await PrivateCluster.Open(data, ClusterUse.Verb, Console.Error.WriteLine, TestContext.Current.CancellationToken))
        await using (var connection = new NpgsqlConnection(cluster.ConnectionString(ClusterRoles.App)))
        {
            Assert.Equal("on", await connection.ExecuteScalarAsync<string>("show fsync"));
            Assert.Equal("on", await connection.ExecuteScalarAsync<string>("show data_checksums"));
            Assert.Equal("", await connection.ExecuteScalarAsync<string>("show listen_addresses"));
        }
        Assert.StartsWith("/tmp/", socket, StringComparison.Ordinal);
        Directory.Delete(socket, recursive: false);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    [InlineData("migrate", "--nonsense")]
    public async Task What_is_not_understood_gets_usage_on_standard_error(params string[] words)
    {
        var (program, _) = Place(null);
        var ended = await HostProcess.Run(program, null, words);
        Assert.Equal((2, ""), (ended.Code, ended.Answer));
        Assert.Contains("Usage:", ended.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The program where that user can read it, and a data folder in a place of that user's.</summary>
    private (string Program, string Data) Place(string? user)
    {
        const string Program = "Portfolio.Api.dll";
        if (user is null) return (Path.Combine(AppContext.BaseDirectory, Program), folder["data"]);
        var (uid, group) = Posix.Account(user) ?? throw new InvalidOperationException($"This machine has no user {user}.");
        var copy = Directory.CreateDirectory(folder["program"]).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        var home = Directory.CreateDirectory(folder["home"]).FullName;
        Posix.GiveTo(home, uid, group);
        return (Path.Combine(copy, Program), Path.Combine(home, "data"));
    }

    private static string ProcessFile(string data) => Path.Combine(data, "postgres/postmaster.pid");

    private static int Server(string data) => int.Parse(File.ReadLines(ProcessFile(data)).First(), CultureInfo.InvariantCulture);

    // A killed process stays listed until its new parent notices; it has no command line any more.
    private static bool Runs(int process) => File.Exists($"/proc/{process}/cmdline") && File.ReadAllText($"/proc/{process}/cmdline").Length > 0;

    private static async Task Until(Func<bool> happened)
    {
        for (var tries = 0; !happened(); tries++)
        {
            Assert.True(tries < 600, "It did not happen within 30 seconds.");
            await Task.Delay(50);
        }
    }

    private static NpgsqlConnection Connect(string data) =>
        new($"Host={data}/socket;Username=portfolio_owner;Database=portfolio;Pooling=false;SSL Mode=Disable");

    private static async Task Commit(string data, int number)
    {
        await using var connection = Connect(data);
        await connection.ExecuteAsync("create table if not exists kept (n int); insert into kept values (@number)", new { number });
    }

    private static async Task<IEnumerable<int>> Committed(string data)
    {
        await using var connection = Connect(data);
        return await connection.QueryAsync<int>("select n from kept order by n");
    }
}

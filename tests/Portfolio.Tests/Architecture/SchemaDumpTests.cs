using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;
using Portfolio.Api.Database;

namespace Portfolio.Tests.Architecture;

public sealed partial class SchemaDumpTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    /// <summary>With PORTFOLIO_APPROVE=1 the approved dump is written anew; the difference in the working tree is what there is to review.</summary>
    [Fact]
    public async Task All_migrations_together_make_the_approved_schema()
    {
        var approved = Path.Combine(Repository.Root, "tests", "Portfolio.Tests", "Golden", "schema.sql");
        var dumped = Normal(await Dump());
        Assert.Contains("CREATE TABLE public.record_version", dumped, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("PORTFOLIO_APPROVE") == "1")
            await File.WriteAllTextAsync(approved, dumped, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken), dumped);
    }

    private async Task<string> Dump()
    {
        var connection = new NpgsqlConnectionStringBuilder(await test.Superuser());
        // Beside the server, wherever its name on PATH leads.
        var postgres = new FileInfo(PostgresPrograms.Find("").Postgres);
        var start = new ProcessStartInfo(Path.Combine((postgres.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? postgres).DirectoryName!, "pg_dump"),
            ["--schema-only", "--host", connection.Host!, "--port", $"{connection.Port}", "--username", connection.Username!, connection.Database!])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var dump = Process.Start(start)!;
        var (output, error) = (dump.StandardOutput.ReadToEndAsync(), dump.StandardError.ReadToEndAsync());
        await dump.WaitForExitAsync();
        Assert.True(dump.ExitCode == 0, await error);
        return await output;
    }

    // Comments, settings and the newer dumps' restricting lines tell of the program that dumped, not of the schema.
    private static string Normal(string dump) =>
        BlankLines().Replace(string.Join('\n', dump.Split('\n').Where(line => !Noise().IsMatch(line))), "\n\n").Trim() + "\n";

    [GeneratedRegex(@"^(--|SET |\\(un)?restrict|SELECT pg_catalog\.set_config)")]
    private static partial Regex Noise();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}

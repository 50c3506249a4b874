using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

[assembly: SupportedOSPlatform("linux")]

namespace Portfolio.Benchmarks;

// The cohort of a large school, asked for by the first request of a process that has done nothing yet, of a PostgreSQL that was just
// started: another process fills the tables, ends, and hands over. What is timed is from the first connection to the last byte of JSON.
internal static class CohortBenchmark
{
    public const string Word = "cohort";
    private const double AtMost = 2000;

    /// <returns>Whether it was quick enough.</returns>
    public static bool Print()
    {
        var folder = Directory.CreateTempSubdirectory("portfolio-cohort");
        try
        {
            Fill(folder.FullName).GetAwaiter().GetResult();
            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!,
                Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(CohortBenchmark).Assembly.Location, Word, folder.FullName] : [Word, folder.FullName]))!;
            child.WaitForExit();
            return child.ExitCode == 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>In a process of its own.</summary>
    public static async Task<int> Measure(string folder)
    {
        await using var cluster = await Open(folder);
        await using var database = new PortfolioDatabase(cluster.Connections);
        var (master, clock) = (new MasterKey(CohortFill.Master), Stopwatch.StartNew());
        await using var work = await database.Begin(CohortFill.Programme, CancellationToken.None);
        var trainees = await CohortEndpoints.Trainees(work, new PersonStore(master, new PersonKeys(master)), CohortFill.Day, sites: null);
        var json = JsonSerializer.SerializeToUtf8Bytes(new CohortBody(CohortFill.Day, trainees), Json.Options);
        var took = clock.Elapsed.TotalMilliseconds;
        if (trainees.Count != CohortFill.Trainees || trainees.Any(trainee => trainee.Rules[0].Have < 40 || trainee.Name.Length == 0))
            throw new InvalidOperationException("The cohort is not the one that was filled in.");
        Console.WriteLine($"{took,8:0}           cohort of {trainees.Count} with {CohortFill.RecordsEach} records each, from a cold start: "
            + $"milliseconds of wall time, {Environment.CpuUsage.TotalTime.TotalMilliseconds:0} of this process's CPU, {json.Length / 1024} KB{(took > AtMost ? $"   MORE THAN {AtMost}" : $"   (at most {AtMost})")}");
        return took > AtMost ? 1 : 0;
    }

    private static async Task Fill(string folder)
    {
        await using var cluster = await Open(folder);
        await using var database = new PortfolioDatabase(cluster.Connections);
        await Migrations.Apply(database.Owner, Migrations.Embedded(), CancellationToken.None);
        await CohortFill.Run(cluster.ConnectionString(ClusterRoles.Superuser, ClusterRoles.Database));
    }

    private static Task<PrivateCluster> Open(string folder) =>
        PrivateCluster.Open(DataFolder.At(folder), ClusterUse.Serve, Console.Error.WriteLine, CancellationToken.None);
}

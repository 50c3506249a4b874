using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portfolio.Adapters.Webhook;
using Portfolio.Api;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Verbs;

namespace Portfolio.Benchmarks;

// A backlog of 100,000 deliveries to four platforms that take 20 ms each, delivered by one host over real HTTP from a real ledger, and then how soon
// something that is due just now is first tried. Prints how long it took, and how much memory the host held while it went on.
internal static class DeliveryBenchmark
{
    public const string Word = "deliveries";
    private const double AtMost = 300;

    /// <returns>Whether it was quick enough.</returns>
    public static async Task<bool> Print(int backlog)
    {
        var folder = Directory.CreateTempSubdirectory("portfolio-deliveries");
        await using var platforms = await Platforms();
        try
        {
            await using var cluster = await PrivateCluster.Open(DataFolder.At(folder.FullName), ClusterUse.Serve, Console.Error.WriteLine, CancellationToken.None);
            await using var database = new PortfolioDatabase(cluster.Connections);
            await Migrations.Apply(database.Owner, Migrations.Embedded(), CancellationToken.None);
            var address = platforms.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            await DeliveryFillIn.Run(cluster.ConnectionString(ClusterRoles.Superuser, ClusterRoles.Database), backlog, $"{address}/hook");
            await using var host = Host(database, folder.FullName);
            return await Watch(host, database, backlog);
        }
        finally
        {
            folder.Delete(recursive: true);
            File.Delete(folder.FullName + "-erased");
        }
    }

    private static async Task<bool> Watch(WebApplication host, PortfolioDatabase database, int backlog)
    {
        var (clock, memory, worker) = (Stopwatch.StartNew(), new List<long>(), host.Services.GetRequiredService<DeliveryWorker>());
        await worker.StartAsync(CancellationToken.None);
        long open;
        do
        {
            await Task.Delay(1000);
            memory.Add(Environment.WorkingSet >> 20);
            open = await Open(database);
            if (memory.Count % 15 == 0)
                Console.Error.WriteLine($"  {clock.Elapsed.TotalSeconds,5:0} s: {backlog - open} delivered, {memory[^1]} MB");
        }
        while (open > 0 && clock.Elapsed.TotalSeconds < 2 * AtMost);
        var took = clock.Elapsed.TotalSeconds;
        var soon = await Soon(database);
        await worker.StopAsync(CancellationToken.None);
        var half = memory.Count / 2;
        Console.WriteLine($"{took,8:0.0}           seconds for {backlog - open} deliveries to four platforms of 20 ms each, {Environment.CpuUsage.TotalTime.TotalSeconds:0} of this process's CPU (at most {AtMost})");
        Console.WriteLine($"{memory[half..].Max() / (double)memory[..Math.Max(1, half)].Max(),8:0.00}           memory of the second half to that of the first: at most {memory.Max()} MB");
        Console.WriteLine($"{soon,8:0.00}           seconds from a commit to the first attempt (at most 1)");
        return open == 0 && took <= AtMost && soon <= 1;
    }

    private static async Task<long> Open(PortfolioDatabase database)
    {
        await using var work = await database.Begin(DeliveryFillIn.Programme, CancellationToken.None);
        return await work.Row<long>("select count(*) from delivery where programme_id = @Programme and state <> 'accepted'", new { work.Programme })
            + (await work.Any("select 1 from outward_platform where programme_id = @Programme and log_position = 0", new { work.Programme }) ? 1 : 0);
    }

    // A permission ends and another begins: what is taken back and brought again is due at that commit.
    private static async Task<double> Soon(PortfolioDatabase database)
    {
        DateTimeOffset committed;
        await using (var work = await database.Begin(DeliveryFillIn.Programme, CancellationToken.None))
        {
            await work.Run("update connection set ended_at = now() where programme_id = @Programme and id = (select id from connection where programme_id = @Programme order by id limit 1)", new { work.Programme });
            await work.Commit();
            committed = DateTimeOffset.UtcNow;
        }
        for (var tries = 0; tries < 200; tries++)
        {
            await Task.Delay(10);
            await using var work = await database.Begin(DeliveryFillIn.Programme, CancellationToken.None);
            if (await work.Rows<DateTimeOffset>("select started_at from delivery_attempt where programme_id = @Programme and act = 'withdraw' order by started_at limit 1", new { work.Programme }) is [var first])
                return (first - committed).TotalSeconds;
        }
        return double.PositiveInfinity;
    }

    private static WebApplication Host(PortfolioDatabase database, string folder)
    {
        var builder = WebHost.CreateBuilder(new ServeArguments(null, ["--urls=http://127.0.0.1:0"]));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portfolio:MasterKey"] = Convert.ToBase64String(CohortFill.Master), ["Portfolio:ErasureList"] = folder + "-erased",
            ["Portfolio:Outbound:Loopback"] = "true", ["Portfolio:Deliveries:Here"] = "false",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(database);
        builder.AddHouse(folder);
        builder.AddAdapters(new WebhookAdapter());
        return builder.Build();
    }

    private static async Task<WebApplication> Platforms()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var app = builder.Build();
        app.MapPost("/hook", (RequestDelegate)(async http =>
        {
            await Task.Delay(20);
            http.Response.StatusCode = (int)HttpStatusCode.NoContent;
        }));
        await app.StartAsync();
        return app;
    }
}

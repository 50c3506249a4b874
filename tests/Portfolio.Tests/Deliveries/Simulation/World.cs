using System.Net.Http.Json;
using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries.Simulation;

/// <summary>One seed: a platform with its manners, hosts that come and go, and a trainee whose records and permissions change meanwhile.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string Adapter = "simulated";
    private readonly TestHost host;
    private readonly Scene scene;
    private readonly Random chance;
    private readonly Scheduler scheduler;
    private readonly SimulatedPlatform platform;
    private readonly List<SimulatedHost> hosts = [];
    private readonly Changes changes;
    private Guid platformId;

    public World(TestHost host, Scene scene, Queue<string> days, int seed, Repeating repeating, bool keepsOne)
    {
        (this.host, this.scene, chance) = (host, scene, new Random(seed));
        scheduler = new(chance, Blocked);
        platform = new(scheduler, chance, host.Clock, repeating, keepsOne);
        changes = new(host, scene, chance, days);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What went wrong, with the way there.</summary>
    public string Story => string.Join('\n', scheduler.Trace.TakeLast(400).Concat(platform.Wrong));

    public async Task<IReadOnlyList<string>> Run()
    {
        await Begin();
        for (var steps = 0; steps < 250; steps++)
            await Step();
        platform.Calm = true;
        await ComeToRest();
        return [.. platform.Wrong, .. hosts.SelectMany(one => one.Faults), .. await Differences()];
    }

    private async Task Begin()
    {
        platformId = (await (await host.As(scene.Key, "T1")).Post<PlatformBody>(scene.Path("platforms"), new { name = "Simulated portfolio" })).Id;
        await Ledger.Outward(host, scene.Programme, platformId, Adapter, mostAtOnce: 3);
        await changes.Connect(platformId);
        hosts.AddRange([new("one", host, scheduler, platform), new("two", host, scheduler, platform)]);
    }

    private async Task Step()
    {
        switch (chance.Next(100))
        {
            case < 12:
                hosts[chance.Next(hosts.Count)].Round(scene.Programme, platformId, platform.Description.Kinds);
                break;
            case < 15:
                Advance(TimeSpan.FromSeconds(chance.Next(1, 200)));
                break;
            case < 17:
                await Kill(chance.Next(hosts.Count));
                break;
            case < 18:
                await changes.Make(platformId);
                break;
            default:
                await scheduler.Step();
                break;
        }
    }

    private async Task Kill(int which)
    {
        var dead = hosts[which];
        await scheduler.Kill(dead);
        await dead.DisposeAsync();
        hosts[which] = new(dead.Name + "'", host, scheduler, platform);
    }

    private void Advance(TimeSpan by)
    {
        host.Clock.Advance(by);
        platform.Arrive();
    }

    // No more faults: hosts go on, the person does what they are asked, and time passes until nothing is due.
    private async Task ComeToRest()
    {
        for (var rounds = 0; rounds < 60; rounds++)
        {
            foreach (var one in hosts)
                one.Round(scene.Programme, platformId, platform.Description.Kinds);
            while (await scheduler.Step())
            {
            }
            Advance(TimeSpan.FromMinutes(1));
            await changes.See(platformId, platform.Shown);
            if (!await IsOpen())
                return;
            Advance(TimeSpan.FromMinutes(3) * (rounds + 1));
        }
        platform.Wrong.Add("it never came to rest");
    }

    private async Task<bool> IsOpen()
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return await Portfolio.Api.Deliveries.DeliveryFill.IsBehind(work, platformId) || await work.Any(
            "select 1 from delivery where programme_id = @Programme and platform_id = @platformId and state not in ('accepted', 'withdrawn')", new { work.Programme, platformId });
    }

    /// <summary>What is to be seen there by what was signed and permitted, against what is.</summary>
    private async Task<IReadOnlyList<string>> Differences()
    {
        var wanted = await changes.Wanted(platformId);
        return
        [
            .. wanted.Except(platform.Shown).Select(entry => $"version {entry.Version} of {entry.Record} is not there"),
            .. platform.Shown.Except(wanted).Select(entry => $"version {entry.Version} of {entry.Record} should be gone"),
            .. platform.Shown.GroupBy(entry => entry).Where(same => same.Count() > 1).Select(same => $"version {same.Key.Version} is there {same.Count()} times"),
        ];
    }

    private async Task<long> Blocked()
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return await work.Row<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in hosts)
        {
            await scheduler.Kill(one);
            await one.DisposeAsync();
        }
        scheduler.Dispose();
    }
}

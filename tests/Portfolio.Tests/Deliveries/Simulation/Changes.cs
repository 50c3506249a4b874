using System.Net.Http.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries.Simulation;

/// <summary>What people do while records are on their way: sign, amend, withdraw, permit otherwise, look at the portfolio.</summary>
/// <param name="days">Days on which the group has not met yet.</param>
internal sealed class Changes(TestHost host, Scene scene, Random chance, Queue<string> days)
{
    private static readonly string[] Both = ["attendance", "presentation"], One = ["attendance"];
    private Guid connection;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task Connect(Guid platformId) => connection = (await (await scene.As(scene.Trainee)).Post<ConnectionBody>(
        scene.Path("connections"), new { platformId, kinds = chance.Next(3) == 0 ? One : Both })).Id;

    public async Task Make(Guid platformId)
    {
        switch (chance.Next(5))
        {
            case 0:
                await scene.Signed(await scene.A_filled_register(days.Dequeue()));
                break;
            case 1:
                await Correct("amendments", listHash => new { reason = "Left early.", minutes = chance.Next(20, 50), listHash });
                break;
            case 2:
                await Correct("withdrawal", listHash => new { reason = "Was not there.", listHash });
                break;
            case 3:
                await (await scene.As(scene.Trainee)).Post<ConnectionBody>(scene.Path($"connections/{connection}/end"), new { });
                await Connect(platformId);
                break;
            default:
                var other = await (await scene.As(scene.Trainee)).PutAsJsonAsync(scene.Path($"connections/{connection}/kinds"), new { kinds = chance.Next(2) == 0 ? One : Both }, Cancellation);
                connection = (await Requests.Read<ConnectionBody>(other)).Id;
                break;
        }
    }

    /// <summary>The person answers what only they can tell, by what they see there, and asks for another try of the rest.</summary>
    public async Task See(Guid platform, IReadOnlyList<(Guid Record, int Version)> shown)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        var asked = await work.Rows<Asked>(
            "select id, record_id, number, state from delivery where programme_id = @Programme and platform_id = @platform and state in ('unknown', 'parked', 'refused')", new { work.Programme, platform });
        var now = host.Clock.GetUtcNow();
        foreach (var one in asked.Where(one => one.State == "unknown"))
            await DeliveryReplay.Found(work, one.Id, shown.Contains((one.RecordId, one.Number)), host.Service<DeliverySeal>().Close(work.Programme, one.Id, new Receipt("seen")), now);
        await DeliveryReplay.Many(work, platform, null, new(), now);
        await work.Run("update outward_place set needs = null, needs_since = null, due_at = coalesce(due_at, @now) where programme_id = @Programme and platform_id = @platform", new { work.Programme, platform, now });
        await work.Commit();
    }

    private sealed record Asked(Guid Id, Guid RecordId, int Number, string State);

    /// <summary>The newest version of each record that stands and is permitted.</summary>
    public async Task<IReadOnlyList<(Guid Record, int Version)>> Wanted(Guid platform)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return [.. (await work.Rows<Standing>("""
            select r.id as record_id, v.number
            from connection c
            join record r on r.programme_id = c.programme_id and r.person_id = c.person_id and r.kind = any(c.kinds)
            join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
            where c.programme_id = @Programme and c.platform_id = @platform and c.ended_at is null
              and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)
            """, new { work.Programme, platform })).Select(row => (row.RecordId, row.Number))];
    }

    private sealed record Standing(Guid RecordId, int Number);

    private async Task Correct(string how, Func<string?, object> body)
    {
        var trainee = await scene.As(scene.Trainee);
        var records = (await trainee.GetFromJsonAsync<RecordList>(scene.Path($"people/{scene.Trainee.Id}/records"), Cancellation))!.Records
            .Where(record => record is { Kind: "attendance", State: "valid" }).ToList();
        if (records.Count < 2)
            return;
        var path = scene.Path($"records/{records[chance.Next(records.Count)].Id}/{how}");
        var leader = await scene.As(scene.Leader);
        var seen = await leader.PostAsJsonAsync(path, body(null), Cancellation);
        // Some corrections change nothing; then there is nothing to sign.
        if (seen.IsSuccessStatusCode)
            await leader.PostAsJsonAsync(path, body((await Requests.Read<SignOffListBody>(seen)).Hash), Cancellation);
    }
}

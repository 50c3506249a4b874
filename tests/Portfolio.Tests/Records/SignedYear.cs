using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>
/// Two signed registers, then new keys, then a correction of the first: one attendance in a second version, one presentation withdrawn.
/// Log: 1 to 5 and 6 to 10 the registers, 11 the new pair, 12 the correction, 13 to 15 what it ended and issued. <c>IClassFixture&lt;SignedYear&gt;</c>.
/// </summary>
public sealed class SignedYear(TestCluster cluster) : IAsyncLifetime
{
    private SigningKey? old;

    internal TestHost Host { get; } = new(cluster);
    internal Scene Scene { get; private set; } = null!;
    internal SavedCheckpoint Saved { get; private set; } = null!;

    internal async Task<Programme> Programme(Work work) => (await ProgrammeStore.Find(work, Scene.Programme))!;

    /// <summary>The first pair, which is out of use; a thief has it.</summary>
    internal Task<SigningKey> OldPair(Work work) => Task.FromResult(old!);

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Scene = await Scene.Set(Host);
        var first = await Scene.A_filled_register("2025-05-14");
        await Scene.Signed(first);
        Host.Clock.Advance(TimeSpan.FromHours(1));
        await Scene.Signed(await Scene.A_filled_register("2025-05-21"));
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await using (var work = await Host.Database.Begin(Scene.Programme, CancellationToken.None))
        {
            old = await Host.Service<SigningKeys>().InUse(work, await Programme(work));
            await Host.Service<KeyRotation>().RotatePair(work, await Programme(work));
            await work.Commit();
        }
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await (await Scene.As(Scene.Leader)).Corrected(Scene, first.Id, new
        {
            mode = "in-person", leaderId = Scene.Leader.Id, coLeaderId = Scene.CoLeader.Id,
            lines = new object[] { new { personId = Scene.Trainee.Id, attendance = "present" }, new { personId = Scene.Other.Id, attendance = "partial", minutes = 30 } },
        });
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await using var after = await Host.Database.Begin(Scene.Programme, CancellationToken.None);
        Saved = new((await ProgrammeLog.LastCheckpoint(after))!);
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}

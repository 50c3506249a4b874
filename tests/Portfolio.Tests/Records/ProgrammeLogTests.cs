using System.Net;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class ProgrammeLogTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chain_holds_over_many_registers_signed_at_once()
    {
        const int Registers = 24;
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var lists = new List<(Guid Session, string Hash)>();
        for (var week = 0; week < Registers; week++)
        {
            var session = await scene.A_filled_register($"{new DateOnly(2024, 9, 4).AddDays(7 * week):yyyy-MM-dd}");
            lists.Add((session.Id, (await leader.List(scene, session.Id)).Hash));
        }

        var answers = await Task.WhenAll(lists.Select(list => leader.Sign(scene, list.Session, list.Hash)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        var entries = await ProgrammeLog.All(work);
        Assert.Equal(Enumerable.Range(1, 5 * Registers).Select(position => (long)position), entries.Select(entry => entry.Position));
        Assert.Null(ProgrammeLog.FirstBroken(entries, await ProgrammeLog.Head(work)));
        Assert.Equal(Registers, (await ProgrammeLog.Checkpoints(work)).Count);
        Assert.Empty(await Check(work, scene));
    }

    [Fact]
    public async Task Anybody_can_check_the_logs_head_with_the_published_keys()
    {
        var scene = await SignedScene();
        var head = await Requests.Read<Portfolio.Contracts.Http.CheckpointBody>(await (await scene.As(scene.Trainee)).GetAsync(scene.Path("log/checkpoint"), Cancellation));
        var keys = RecordKeys.Read(await host.Anybody().GetByteArrayAsync($"/programmes/{scene.Programme}/jwks.json", Cancellation));

        Assert.True(Jws.TryRead(head.Signature, out var jws, out _));
        Assert.Null(jws.Check(keys.Find(jws.Header.KeyId!)!.Rsa!.Value));
        Assert.Equal(ProgrammeLog.Head(scene.Programme, head.Position, Convert.FromHexString(head.Chain), head.SignedAt), jws.Payload);
        Assert.Equal(5, head.Position);
    }

    [Fact]
    public async Task A_slow_signature_that_commits_late_keeps_its_place_before_a_faster_one()
    {
        var scene = await SignedScene();
        LogFact slowFact = new("register-corrected", Guid.CreateVersion7(), 1, new byte[32]), fastFact = slowFact with { SubjectId = Guid.CreateVersion7() };
        await using var slow = await host.Database.Begin(scene.Programme, Cancellation);
        var key = await host.Service<SigningKeys>().InUse(slow, (await ProgrammeStore.Find(slow, scene.Programme))!);
        await ProgrammeLog.Append(slow, [slowFact], key, host.Clock.GetUtcNow());

        var fast = Task.Run(async () =>
        {
            await using var work = await host.Database.Begin(scene.Programme, Cancellation);
            await ProgrammeLog.Append(work, [fastFact], key, host.Clock.GetUtcNow());
            await work.Commit();
        }, Cancellation);
        await Task.Delay(300, Cancellation);
        Assert.False(fast.IsCompleted);
        await using (var reader = await host.Database.Begin(scene.Programme, Cancellation))
            Assert.Equal(5, (await ProgrammeLog.All(reader)).Count);
        await slow.Commit();
        await fast;

        await using var after = await host.Database.Begin(scene.Programme, Cancellation);
        Assert.Equal([(6, slowFact.SubjectId), (7, fastFact.SubjectId)], (await ProgrammeLog.All(after)).Skip(5).Select(entry => ((int)entry.Position, entry.SubjectId)));
        Assert.Empty(await Check(after, scene));
    }

    private async Task<Scene> SignedScene()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register());
        return scene;
    }

    private async Task<IReadOnlyList<LogFault>> Check(Work work, Scene scene) =>
        await LogCheck.Of(work, (await ProgrammeStore.Find(work, scene.Programme))!, host.Service<PersonKeys>());
}

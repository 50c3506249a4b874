using System.Net.Http.Json;
using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class KeyRotationTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_rotation_the_next_record_has_the_new_keys_and_the_old_record_is_still_valid()
    {
        var scene = await Scene.Set(host);
        var before = await Signed(scene, "2025-05-14");
        await Change(scene, (keys, work, programme) => keys.RotatePair(work, programme));
        await Change(scene, (keys, work, programme) => keys.RotateLeaders(work, programme, null));
        var after = await Signed(scene, "2025-05-21");

        var (old, young) = (await Verified(before), await Verified(after));

        Assert.All([old, young], record => Assert.True(record.Accepted, string.Join(' ', record.Checks.Select(check => check.Why))));
        Assert.NotEqual(KeyOf(before), KeyOf(after));
        var published = RecordKeys.Read(await host.Anybody().GetByteArrayAsync($"/programmes/{scene.Programme}/jwks.json", Cancellation));
        foreach (var jwt in new[] { before, after })
            Assert.Equal(Answer.Yes, RecordVerifier.Check(Encoding.ASCII.GetBytes(jwt), published, host.Clock.GetUtcNow())[CheckNames.KeyValidWhenSigned].Answer);
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        Assert.Equal([true, false], (await PublishedKeys.Lines(work)).Where(key => key.Leader is null).Select(key => key.Until is not null));
        Assert.Equal([true, false], (await PublishedKeys.Lines(work)).Where(key => key.Leader == scene.Leader.Id).Select(key => key.Until is not null));
    }

    [Fact]
    public async Task A_pair_can_be_rotated_twice_in_one_moment()
    {
        var scene = await Scene.Set(host);
        await Signed(scene, "2025-05-14");
        await Change(scene, (keys, work, programme) => keys.RotatePair(work, programme));
        await Change(scene, (keys, work, programme) => keys.RotatePair(work, programme));

        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        Assert.All((await PublishedKeys.Lines(work)).Where(key => key.Until is not null), key => Assert.True(key.Until > key.From));
        Assert.Equal(4, (await PublishedKeys.Lines(work)).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_lost_key_signed_from_a_position_on_is_not_believed_and_what_it_signed_before_is(bool ofLeader)
    {
        var scene = await Scene.Set(host);
        var before = await Signed(scene, "2025-05-14");
        var after = await Signed(scene, "2025-05-21");
        var key = await InUse(scene, ofLeader ? scene.Leader.Id : null);
        await Change(scene, async (keys, work, programme) => Assert.True(await keys.DeclareLost(work, programme, key, from: 6)));
        var last = await Signed(scene, "2025-05-28");

        Assert.True((await Verified(before)).Accepted);
        Assert.True((await Verified(last)).Accepted);
        var disbelieved = await Verified(after);
        Assert.False(disbelieved.Accepted);
        Assert.Equal([CheckNames.InLogBeforeKeyLost], disbelieved.Checks.Where(check => check.Answer == "no").Select(check => check.Name));
        Assert.NotEqual(key, await InUse(scene, ofLeader ? scene.Leader.Id : null));
    }

    [Fact]
    public async Task A_key_cannot_be_declared_lost_from_where_the_log_has_not_been_or_later_than_before()
    {
        var scene = await Scene.Set(host);
        await Signed(scene, "2025-05-14");
        var key = await InUse(scene, null);

        await Refused(scene, key, 0, "write a position from 1 to 6");
        await Refused(scene, key, 7, "write a position from 1 to 6");
        await Refused(scene, Guid.NewGuid(), 1, "has no key");
        await Change(scene, (keys, work, programme) => keys.DeclareLost(work, programme, key, from: 3));
        await Refused(scene, key, 4, "only an earlier position");
        await Change(scene, async (keys, work, programme) => Assert.False(await keys.DeclareLost(work, programme, key, from: 2)));
    }

    [Fact]
    public async Task Signing_and_rotating_at_once_leaves_only_records_that_are_accepted()
    {
        var scene = await Scene.Set(host);
        await Signed(scene, "2025-05-14");
        var sessions = new List<SessionBody>();
        for (var week = 0; week < 8; week++)
            sessions.Add(await scene.A_filled_register($"{new DateOnly(2025, 1, 8).AddDays(7 * week):yyyy-MM-dd}"));
        var rotating = Task.Run(async () =>
        {
            for (var round = 0; round < 4; round++)
            {
                await Change(scene, (keys, work, programme) => keys.RotatePair(work, programme));
                await Change(scene, (keys, work, programme) => keys.RotateLeaders(work, programme, null));
            }
        }, Cancellation);

        var signed = await Task.WhenAll(sessions.Select(session => scene.Signed(session)));
        await rotating;

        foreach (var record in signed.SelectMany(register => register.Records).Where(record => record.Kind == "attendance"))
            Assert.True((await Verified(await (await scene.As(scene.Leader)).Jwt(scene, record.Id))).Accepted);
    }

    private async Task<string> Signed(Scene scene, string heldOn)
    {
        host.Clock.Advance(TimeSpan.FromMilliseconds(700));
        var register = await scene.Signed(await scene.A_filled_register(heldOn));
        var attended = register.Records.First(record => record.Kind == "attendance");
        return await (await scene.As(scene.Leader)).Jwt(scene, attended.Id);
    }

    private async Task<VerificationBody> Verified(string jwt) =>
        await Requests.Read<VerificationBody>(await host.Anybody().PostAsync("/v1/verify", new StringContent(jwt), Cancellation));

    private async Task<Guid> InUse(Scene scene, Guid? leader)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return (await PublishedKeys.Lines(work)).Single(key => key.Leader == leader && key.Until is null).Id;
    }

    private async Task Change(Scene scene, Func<KeyRotation, Work, Programme, Task> change)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        await change(host.Service<KeyRotation>(), work, (await ProgrammeStore.Find(work, scene.Programme))!);
        await work.Commit();
    }

    private async Task Refused(Scene scene, Guid key, long from, string why)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Change(scene, (keys, work, programme) => keys.DeclareLost(work, programme, key, from)));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    private static string KeyOf(string jwt) => Jws.TryRead(jwt, out var jws, out _) ? jws.Header.KeyId! : "";
}

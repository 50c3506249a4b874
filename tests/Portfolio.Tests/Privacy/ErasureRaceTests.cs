using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Privacy;

/// <summary>Somebody is renamed or erased at the very moment at which records about them, or of theirs to vouch for, are signed.</summary>
public sealed class ErasureRaceTests(TestHost host) : IClassFixture<TestHost>
{
    private const int Rounds = 6;

    [Fact]
    public async Task A_signature_meets_the_old_name_or_the_new_one_and_no_record_keeps_the_old()
    {
        var scene = await ErasureScene.Set(host);
        var (leader, coLeader) = (await scene.Scene.As(scene.Scene.Leader), await scene.Scene.As(scene.Scene.CoLeader));
        for (var round = 0; round < Rounds; round++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            var session = await scene.Scene.A_filled_register($"2025-02-{round + 1:00}");
            var list = await leader.List(scene.Scene, session.Id);
            var (name, number) = ($"Robin Renamed{(char)('A' + round)}", $"99001{round:00}");
            var answers = await Task.WhenAll(
                leader.Sign(scene.Scene, session.Id, list.Hash), scene.Rename(scene.Scene.Trainee, name, number), scene.Rename(scene.Scene.Leader, $"Lee {name}"),
                coLeader.Withdraw(scene.Scene, scene.Signed.RecordOf(scene.Scene.Other)));
            Assert.All(answers, answer => Assert.True((int)answer.StatusCode is < 300 or 409 or 404, $"{(int)answer.StatusCode}"));
            // Two renamings that met may have undone each other: the one that lost is asked for again.
            await Requests.Read<PersonBody>(await scene.Rename(scene.Scene.Trainee, name, number));
            await Requests.Read<PersonBody>(await scene.Rename(scene.Scene.Leader, $"Lee {name}"));
        }

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var last = (char)('A' + Rounds - 1);
        var (archive, said) = await scene.Archived();
        Assert.Empty(archive.Faults);
        Assert.Null((await scene.Fsck()).Wrong);
        Assert.All(Enumerable.Range(0, Rounds - 1), round => Assert.DoesNotContain($"Renamed{(char)('A' + round)}", said, StringComparison.Ordinal));
        Assert.Contains($"Robin Renamed{last}", said, StringComparison.Ordinal);
        Assert.Contains($"Lee Robin Renamed{last}", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Tara Trainee", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_meets_somebody_who_is_there_or_is_gone_and_nothing_of_theirs_is_left()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var scene = await Scene.Set(host);
            var (leader, officer) = (await scene.As(scene.Leader), await scene.Officer());
            var session = await scene.A_filled_register();
            var list = await leader.List(scene, session.Id);
            var gone = round % 2 == 0 ? scene.Trainee : scene.Leader;
            Task<HttpResponseMessage> Erase() => officer.PostAsync(scene.Path($"people/{gone.Id}/erasure"),
                System.Net.Http.Json.JsonContent.Create(new { personId = gone.Id, reason = "objected" }), TestContext.Current.CancellationToken);

            var answers = await Task.WhenAll(leader.Sign(scene, session.Id, list.Hash), Erase(), Erase());

            Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode}"));
            Assert.True(answers[1].IsSuccessStatusCode && answers[2].IsSuccessStatusCode);
            await using var work = await host.Database.Begin(scene.Programme, TestContext.Current.CancellationToken);
            var fsck = await host.Service<Api.Records.Fsck>().Check(work, new(scene.Programme, scene.Key, "Made-up School of Psychiatry", "Europe/London", true,
                host.Service<Api.Http.PublicAddress>().Issuer(scene.Programme)), null, host.Clock.GetUtcNow(), (_, _, _) => { });
            Assert.Null(fsck.Wrong);
        }
    }
}

using System.Net;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>Two people at one session at the same moment, many times over.</summary>
public sealed class TwoLeadersTests(TestHost host) : IClassFixture<TestHost>
{
    private const int Rounds = 25;

    [Fact]
    public async Task Two_leaders_who_sign_at_once_give_one_set_of_records()
    {
        var scene = await Scene.Set(host);
        var (leader, coLeader) = (await scene.As(scene.Leader), await scene.As(scene.CoLeader));
        for (var round = 0; round < Rounds; round++)
        {
            var session = await scene.A_filled_register(Day(round));
            var hash = (await leader.List(scene, session.Id)).Hash;

            var answers = await Task.WhenAll(leader.Sign(scene, session.Id, hash), coLeader.Sign(scene, session.Id, hash));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
            Assert.Equal(bodies[0], bodies[1]);
        }
        await using var work = await host.Database.Begin(scene.Programme, TestContext.Current.CancellationToken);
        Assert.Equal(4 * Rounds, await work.Row<int>("select count(*)::int from record"));
        Assert.Equal(4 * Rounds, await work.Row<int>("select count(*)::int from record_version"));
        Assert.Equal(Rounds, await work.Row<int>("select count(*)::int from register_version"));
    }

    [Fact]
    public async Task A_register_that_changes_while_it_is_signed_is_signed_as_it_was_seen_or_not_at_all()
    {
        var scene = await Scene.Set(host);
        var (leader, coLeader) = (await scene.As(scene.Leader), await scene.As(scene.CoLeader));
        var outcomes = new HashSet<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var session = await scene.A_filled_register(Day(round));
            var hash = (await leader.List(scene, session.Id)).Hash;

            // Whoever starts first has the better chance; both orders are wanted.
            var sign = round % 2 == 0 ? leader.Sign(scene, session.Id, hash) : null;
            var fill = coLeader.Put(scene.Path($"sessions/{session.Id}/register"), session.Version, scene.Register(other: "absent"));
            sign ??= leader.Sign(scene, session.Id, hash);

            var (signed, filled) = ((await sign).IsSuccessStatusCode, (await fill).IsSuccessStatusCode);
            Assert.True(signed ^ filled, $"signed: {(await sign).StatusCode}, filled: {(await fill).StatusCode}");
            var now = (await leader.Get<SessionBody>(scene.Path($"sessions/{session.Id}")));
            Assert.Equal(signed ? "signed" : "open", now.State);
            Assert.Equal(signed ? "present" : "absent", now.Register!.Lines.Single(line => line.PersonId == scene.Other.Id).Attendance);
            outcomes.Add(signed ? "signed" : await (await sign).Refusal());
            if (signed)
                Assert.Contains(await (await fill).Refusal(), new[] { "409 session-signed", "412 version-stale" });
        }
        Assert.Subset(new HashSet<string> { "signed", "409 list-changed" }, outcomes);
    }

    private static string Day(int round) => $"{new DateOnly(2024, 9, 4).AddDays(7 * round):yyyy-MM-dd}";
}

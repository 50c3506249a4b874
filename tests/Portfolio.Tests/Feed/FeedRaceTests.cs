using Dapper;
using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

public sealed class FeedRaceTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_fillers_at_once_the_second_waits_and_gives_the_same_positions(bool firstCommits)
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee);
        await scene.Signed(await scene.A_filled_register());

        await using var second = await host.Database.Begin(scene.Programme, Cancellation);
        Task<long> filling;
        await using (var first = await host.Database.Begin(scene.Programme, Cancellation))
        {
            Assert.Equal(2, await FeedFill.UpToNow(first, puller.Platform.Id));
            filling = FeedFill.UpToNow(second, puller.Platform.Id);
            await Waiting("feed_head");
            if (firstCommits)
                await first.Commit();
        }
        Assert.Equal(2, await filling);
        await second.Commit();

        Assert.Equal(["1 issued attendance 1", "2 issued presentation 1"], Puller.Told(await puller.PullAll()));
    }

    [Fact]
    public async Task A_slow_signing_that_commits_late_behind_a_faster_one_is_not_skipped()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee, "attendance");
        // So that keys exist: from here on, signings meet at the log alone.
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        var (slow, fast) = (await scene.A_filled_register("2025-05-21"), await scene.A_filled_register("2025-05-28"));

        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        await SignWithoutCommit(work, slow, scene.Leader.Id);
        var signing = scene.Signed(fast, scene.CoLeader);
        await Waiting("log_head");
        var meanwhile = await puller.Pull();
        Assert.False(signing.IsCompleted);
        await work.Commit();
        await signing;

        Assert.Single(meanwhile.Entries);
        var rest = (await puller.Pull(meanwhile.Next)).Entries;
        Assert.Equal([2, 3], rest.Select(entry => entry.Position));
        Assert.Equal([slow.Id, fast.Id], await Sessions(scene, rest));
    }

    [Fact]
    public async Task Under_parallel_signing_polling_and_connecting_every_record_is_fed_exactly_once_in_order()
    {
        var scene = await Scene.Set(host);
        var puller = await Puller.Let_in(host, scene);
        var early = await puller.Connected_by(scene.Trainee);
        var sessions = new List<SessionBody>();
        for (var week = 0; week < 10; week++)
            sessions.Add(await scene.A_filled_register(new DateOnly(2025, 5, 28).AddDays(-7 * week).ToString("yyyy-MM-dd", null)));
        var expected = sessions.Count * 3;

        var signings = sessions.Select((session, at) => scene.Signed(session, at % 2 == 0 ? scene.Leader : scene.CoLeader)).ToList();
        var pollers = Enumerable.Range(0, 4).Select(_ => Poll(puller, expected)).ToList();
        var late = await puller.Connected_by(scene.Other, "attendance");
        var signed = await Task.WhenAll(signings);
        var polled = await Task.WhenAll(pollers);

        var all = await puller.PullAll();
        Assert.Equal(Enumerable.Range(1, expected).Select(position => (long)position), all.Select(entry => entry.Position));
        Assert.Equal(signed.SelectMany(register => register.Records).Where(record => record.Kind != "leading").Select(record => record.Id).Order(), all.Select(entry => entry.RecordId!.Value).Order());
        Assert.All(polled, entries => Assert.Equal(all, entries));
        foreach (var trainee in new[] { early.Trainee, late.Trainee })
        {
            var positions = await LogPositions(scene, all.Where(entry => entry.Trainee == trainee));
            Assert.Equal(positions.Order(), positions);
        }
    }

    private static async Task<List<FeedEntry>> Poll(Puller puller, int until)
    {
        var seen = new List<FeedEntry>();
        for (var next = 0L; seen.Count < until;)
        {
            var page = await puller.Pull(next, limit: 7);
            next = page.Next;
            seen.AddRange(page.Entries);
        }
        return seen;
    }

    private async Task SignWithoutCommit(Work work, SessionBody session, Guid signer)
    {
        var locked = (await SessionStore.Lock(work, session.Id))!;
        Assert.False((await host.Service<SignOffs>().Prepare(work, locked, signer)).Refused(out _, out var ready));
        Assert.True(await SessionStore.Close(work, locked));
        await host.Service<RegisterSigning>().Sign(work, ready.Programme, [ready.ToSign(signer, number: 1)], host.Clock.GetUtcNow());
    }

    /// <summary>Until somebody in this database waits for a lock with a statement about that table.</summary>
    private async Task Waiting(string table)
    {
        const string Sql = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%' || @table || '%'
            """;
        await using var watcher = new NpgsqlConnection(await host.Superuser());
        for (var tries = 0; await watcher.ExecuteScalarAsync<long>(Sql, new { table }) == 0; tries++)
        {
            Assert.True(tries < 500, $"Nobody waits for {table}.");
            await Task.Delay(20, Cancellation);
        }
    }

    private async Task<List<Guid>> Sessions(Scene scene, IEnumerable<FeedEntry> entries)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        var of = (await work.Rows<(Guid Record, Guid Session)>("select id, session_id from record")).ToDictionary(row => row.Record, row => row.Session);
        return [.. entries.Select(entry => of[entry.RecordId!.Value])];
    }

    private async Task<List<long>> LogPositions(Scene scene, IEnumerable<FeedEntry> entries)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        var of = (await ProgrammeLog.All(work)).Where(entry => entry.Kind == "record-issued").ToDictionary(entry => entry.SubjectId, entry => entry.Position);
        return [.. entries.Select(entry => of[entry.RecordId!.Value])];
    }
}

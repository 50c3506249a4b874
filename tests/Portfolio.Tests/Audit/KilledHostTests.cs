using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using Npgsql;
using Portfolio.Api.Audit;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Audit;

/// <summary>What a killed host can lose: the reads of its last moment, and never a change.</summary>
public sealed class KilledHostTests : IDisposable
{
    // The 250 ms of a batch, and what a busy machine needs to write one.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_host_loses_no_change_and_of_reads_only_the_last_moments()
    {
        var data = folder["data"];
        var program = Path.Combine(AppContext.BaseDirectory, "Portfolio.Api.dll");
        var (old, all, changes) = (0, 0, 0);
        await using (var host = await HostProcess.Serve(program, data, user: null))
        {
            var signedIn = await SignIn(host);
            using var tutor = new HttpClient { BaseAddress = host.Client.BaseAddress };
            tutor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.Token);
            var path = new Uri($"/v1/programmes/{signedIn.ProgrammeId}/", UriKind.Relative);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var reading = Enumerable.Range(0, 3).Select(_ => Repeat(async () =>
            {
                if ((await tutor.GetAsync(new Uri(path + "groups", UriKind.Relative), enough.Token)).IsSuccessStatusCode)
                    Interlocked.Increment(ref all);
            }, enough.Token)).ToList();
            var changing = Repeat(async () =>
            {
                var group = new { key = Guid.NewGuid().ToString("N"), name = "A group", site = "Riverside", form = "balint-group" };
                if ((await tutor.PostAsJsonAsync(new Uri(path + "groups", UriKind.Relative), group, enough.Token)).StatusCode == HttpStatusCode.Created)
                    Interlocked.Increment(ref changes);
            }, enough.Token);
            await Task.Delay(Moment, Cancellation);
            old = Volatile.Read(ref all);
            await Task.Delay(Moment, Cancellation);
            await host.Kill();
            await enough.CancelAsync();
            await Task.WhenAll([.. reading, changing]);
        }
        Assert.True(old > 20 && changes > 5, $"{old} {changes}");

        await using var next = await HostProcess.Serve(program, data, user: null);
        await using var connection = new NpgsqlConnection($"Host={data}/socket;Username=postgres;Database=portfolio;Pooling=false;SSL Mode=Disable");
        var counts = (await connection.QueryAsync<(string Kind, string Action, int Count)>("select kind, action, count(*)::int from audit_entry group by 1, 2")).ToList();
        var read = counts.SingleOrDefault(count => count is { Kind: "read", Action: "ListGroups" }).Count;
        // Three requests may have been noted and not answered, one change kept and not answered.
        Assert.InRange(read, Math.Max(old, all - AuditQueue.Capacity - AuditQueue.MostInBatch), all + 3);
        Assert.InRange(counts.Single(count => count is { Kind: "change", Action: "AddGroup" }).Count, changes, changes + 1);
        Assert.Equal((await connection.QueryAsync<int>("select count(*)::int from discussion_group where name = 'A group'")).Single(),
            counts.Single(count => count is { Kind: "change", Action: "AddGroup" }).Count);
        Assert.Contains(counts, count => count is { Kind: "change", Action: "worker demonstration", Count: 1 });
        // What is done at the command line is audited as that, by nobody of the programme and from nowhere.
        Assert.Equal(0, (await HostProcess.Run(program, null, "keys", "rotate", "--programme", "north-west", "--data", data)).Code);
        Assert.Equal(("change", true), (await connection.QueryAsync<(string, bool)>(
            "select kind, person_id is null and from_where is null from audit_entry where action = 'verb keys rotate'")).Single());
        var fsck = await HostProcess.Run(program, null, "fsck", "--data", data);
        Assert.Equal(0, fsck.Code);
        Assert.Contains("audit entries", fsck.Answer, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static async Task Repeat(Func<Task> act, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await act();
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    // The demonstration programme is made once the host serves.
    private static async Task<SignedIn> SignIn(HostProcess host)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await host.Client.PostAsJsonAsync(new Uri("/demonstration/sign-in", UriKind.Relative), new { programme = "north-west", person = "P007" }, Cancellation);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<SignedIn>(Cancellation))!;
            Assert.True(tries < 600, "The demonstration was not made.");
            await Task.Delay(100, Cancellation);
        }
    }
}

using Dapper;
using Npgsql;
using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Audit;

/// <summary>Whatever is done to the audit afterwards is found, and who was erased cannot be found in it.</summary>
public sealed class ChainTests(SignedHost kept) : IClassFixture<SignedHost>
{
    private static readonly Dictionary<string, string> Changed = new()
    {
        ["programme_id"] = "gen_random_uuid()", ["position"] = "position + 100000", ["step"] = "step - 1", ["kind"] = "'read'", ["action"] = "'Another'",
        ["person_id"] = "gen_random_uuid()", ["platform_id"] = "case when person_id is null then gen_random_uuid() end", ["as_role"] = "coalesce(as_role, '') || 'x'", ["subject_kind"] = "coalesce(subject_kind, '') || 'x'",
        ["subject_id"] = "gen_random_uuid()", ["made_kind"] = "coalesce(made_kind, '') || 'x'", ["made_id"] = "gen_random_uuid()", ["status"] = "299", ["times"] = "times + 1",
        ["at"] = "at - interval '1 microsecond'", ["from_where"] = "'\\x00'", ["chain"] = "sha256(chain)",
    };

    public static TheoryData<string> Columns { get; } = [.. Changed.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Guid Programme => kept.Scene.Programme;

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Another_value_in_any_column_is_found(string column)
    {
        var where = column == "platform_id" ? "person_id is null" : "kind = 'change' and person_id is not null and position > 2";
        Assert.Contains("position", await After($"""
            update audit_entry set {column} = {Changed[column]} where programme_id = @p
            and position = (select position from audit_entry where programme_id = @p and {where} order by position limit 1)
            """), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_column_was_forgotten()
    {
        await using var superuser = new NpgsqlConnection(await kept.Host.Superuser());
        Assert.Equal(Changed.Keys.Order(), (await superuser.QueryAsync<string>("select column_name::text from information_schema.columns where table_name = 'audit_entry'")).Order());
    }

    [Theory]
    [InlineData("delete from audit_entry where programme_id = @p and position = 3", "The audit's entry at position 3 is missing.")]
    [InlineData("delete from audit_entry where programme_id = @p and position > 4", "The audit ends at position 4, and its head says")]
    [InlineData("update audit_head set chain = sha256(chain) where programme_id = @p", "The audit's head does not belong to its last entry")]
    [InlineData("delete from audit_head where programme_id = @p", "The audit's head does not belong to its last entry")]
    [InlineData("update audit_entry set action = 'Another' where programme_id = @p and position = 3", "The audit's entry at position 3 is not what was written.")]
    public async Task What_is_wrong_is_named(string sql, string named) => Assert.Contains(named, await After(sql), StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_has_the_database_and_not_the_master_key_cannot_write_the_chain_anew()
    {
        // A thief's host, with a key of its own, appends in good order.
        var thief = new AuditTrail(new PersonKeys(new MasterKey(new byte[32])), new MasterKey(new byte[32]), kept.Host.Clock);
        Assert.Contains("is not what was written", await After(async work => await thief.Append(
            work, [new(work.Programme, AuditKind.Read, "ReadPerson", kept.Host.Clock.GetUtcNow())], onlyIfChanged: false)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_or_deletes_an_entry()
    {
        foreach (var source in new[] { kept.Host.Database.App, kept.Host.Database.Owner })
            foreach (var sql in new[] { "update audit_entry set times = 2", "delete from audit_entry", "truncate audit_entry" })
            {
                await using var connection = await source.OpenConnectionAsync(Cancellation);
                await using var transaction = await connection.BeginTransactionAsync(Cancellation);
                await connection.ExecuteAsync($"set local app.programme = '{Programme}'", transaction: transaction);
                var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql, transaction: transaction));
                Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.RestrictViolation });
            }
    }

    [Fact]
    public async Task Of_somebody_erased_where_they_were_cannot_be_read_and_the_chain_still_holds()
    {
        var trail = kept.Host.Service<AuditTrail>();
        Assert.Null(await After(async work =>
        {
            Assert.Equal(["127.0.0.1"], await Addresses(work));
            await work.Run("delete from person_key where programme_id = @Programme and person_id = @Id", new { work.Programme, kept.Scene.Leader.Id });
            Assert.Equal(["erased"], await Addresses(work));
        }));

        async Task<IEnumerable<string?>> Addresses(Work work)
        {
            var entries = await work.Rows<AuditEntry>(
                $"select {AuditEntry.Columns} from audit_entry where programme_id = @Programme and person_id = @Id", new { work.Programme, kept.Scene.Leader.Id });
            var people = await kept.Host.Service<PersonKeys>().Of(work, [kept.Scene.Leader.Id]);
            return entries.Select(entry => trail.FromWhere(work, entry, people)).Distinct();
        }
    }

    [Fact]
    public async Task Two_hosts_that_write_at_once_make_one_chain_without_gaps()
    {
        var scene = await Scene.Set(kept.Host);
        var (other, client) = await AuditBook.Beside(kept.Host);
        await using var beside = other;
        client.DefaultRequestHeaders.Authorization = scene.Tutor.DefaultRequestHeaders.Authorization;
        var before = await AuditBook.Now(kept.Host, scene.Programme);
        HttpClient[] hosts = [scene.Tutor, client];
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (at, _) => await Task.WhenAll(
            hosts[at % 2].Post<GroupBody>(scene.Path("groups"), new { key = $"g{at}", name = $"Group {at}", site = "Riverside", form = "balint-group" }),
            hosts[(at + 1) % 2].Get<PeoplePage>(scene.Path("people"))));

        var entries = await AuditBook.After(kept.Host, scene.Programme, before, 80);
        Assert.Equal(Enumerable.Range((int)before + 1, 80).Select(at => (long)at), entries.Select(entry => entry.Position));
        Assert.Equal((40, 40), (entries.Count(entry => entry.Action == "AddGroup"), entries.Count(entry => entry.Action == "ListPeople")));
        Assert.Null(await AuditBook.Wrong(kept.Host, scene.Programme));
    }

    [Fact]
    public async Task A_host_that_is_stopped_writes_what_is_still_in_its_queue()
    {
        var scene = await Scene.Set(kept.Host);
        var (other, client) = await AuditBook.Beside(kept.Host);
        client.DefaultRequestHeaders.Authorization = scene.Tutor.DefaultRequestHeaders.Authorization;
        var before = await AuditBook.Now(kept.Host, scene.Programme);
        await Parallel.ForEachAsync(Enumerable.Range(0, 50), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (_, _) =>
            await client.Get<PeoplePage>(scene.Path("people")));
        foreach (var __ in Enumerable.Range(0, 5))
            await client.GetAsync(new Uri($"/v1/programmes/{scene.Programme}/records/{Guid.NewGuid()}", UriKind.Relative), Cancellation);
        await other.StopAsync(Cancellation);

        var entries = (await AuditBook.Of(kept.Host, scene.Programme)).Where(entry => entry.Position > before).ToList();
        Assert.Equal(50, entries.Count(entry => entry.Kind == "read"));
        Assert.Equal(5, entries.Where(entry => entry.Kind == "refused").Sum(entry => entry.Times));
        await other.DisposeAsync();
    }

    private Task<string?> After(string sql) => After(async work => Assert.NotEqual(0, await work.Run(sql, new { p = work.Programme })));

    // Replica mode passes by triggers and foreign keys alike; only a superuser can turn it on. All of it is undone again.
    private async Task<string?> After(Func<Work, Task> change)
    {
        await AuditBook.Now(kept.Host, Programme);
        await using var connection = new NpgsqlConnection(await kept.Host.Superuser());
        await connection.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Cancellation);
        await using var work = new Work(connection, transaction, Programme, Cancellation);
        await work.Run("set local session_replication_role = replica");
        await change(work);
        return (await kept.Host.Service<AuditTrail>().Check(work)).Wrong;
    }
}

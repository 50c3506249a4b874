using Dapper;
using Npgsql;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>What is kept, told apart by a few numbers for each table: how many rows, and which transactions wrote them.</summary>
internal sealed class FuzzStored(TestHost host) : IAsyncDisposable
{
    /// <summary>What a refused request may leave, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> Left = new Dictionary<string, string>
    {
        ["audit_entry"] = "What was read before and what is refused are audited, a moment later; that a refusal is no change is shown with the audit.",
        ["audit_head"] = "As above.",
        ["letter"] = "Letters of requests before are sent by a worker.",
        ["sign_in_wait"] = "Whoever guesses wrong waits longer the next time.",
        ["address"] = "A wrong code is a try that is spent.",
        ["sign_in_step"] = "A wrong code is a try that is spent.",
        ["register_link_code"] = "A wrong code is a try that is spent.",
        ["register_link_use"] = "Every use of a link is noted, the wrong codes too.",
        ["client_assertion"] = "An assertion is spent by being shown, whatever else was wrong.",
    };

    private NpgsqlConnection connection = null!;
    private string digests = "";
    private string newest = "";
    private Dictionary<string, string> before = [];

    public async Task Open()
    {
        // The one question is asked after every request: it is planned once.
        connection = new(new NpgsqlConnectionStringBuilder(await host.Superuser()) { MaxAutoPrepare = 4, AutoPrepareMinUsages = 2 }.ConnectionString);
        var tables = await connection.QueryAsync<string>("select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1");
        digests = string.Join(" union all ", tables.Except(Left.Keys).Select(table =>
            $"select '{table}', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) || ' ' || coalesce(max(xmin::text::bigint), 0) from {table}"));
        await Seen();
    }

    /// <summary>Takes what is there as what was there before the next request.</summary>
    public async Task Seen()
    {
        newest = await Newest();
        before = await Tables();
    }

    /// <summary>The tables that have changed since. Where the cluster has given out no number for a writing transaction, none has.</summary>
    public async Task<IReadOnlyList<string>> Changed()
    {
        if (newest == await Newest())
            return [];
        var (then, now) = (before, await Tables());
        await Seen();
        return [.. now.Where(table => then[table.Key] != table.Value).Select(table => $"{table.Key}: {then[table.Key]} became {table.Value}")];
    }

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<string> Newest() => (await connection.ExecuteScalarAsync<string>("select pg_snapshot_xmax(pg_current_snapshot())::text"))!;

    private async Task<Dictionary<string, string>> Tables() => (await connection.QueryAsync<(string Table, string Digest)>(digests)).ToDictionary(of => of.Table, of => of.Digest);
}

using System.Text.RegularExpressions;
using Dapper;

namespace Portfolio.Api.Database;

/// <summary>Dapper inside one programme's transaction: the SQL stands beside the method that calls these.</summary>
internal static partial class WorkQueries
{
    public static async Task<List<T>> Rows<T>(this Work work, string sql, object? values = null) =>
        (await work.Connection.QueryAsync<T>(await Command(work, sql, values))).AsList();

    public static async Task<T?> Row<T>(this Work work, string sql, object? values = null) =>
        await work.Connection.QuerySingleOrDefaultAsync<T>(await Command(work, sql, values));

    /// <summary>Whether there is one at all.</summary>
    public static async Task<bool> Any(this Work work, string sql, object? values = null) =>
        await work.Connection.ExecuteScalarAsync<bool>(await Command(work, $"select exists ({sql})", values));

    public static async Task<int> Run(this Work work, string sql, object? values = null)
    {
        var rows = await work.Connection.ExecuteAsync(await Command(work, sql, values));
        if (rows > 0)
            work.Writes();
        return rows;
    }

    private static async ValueTask<CommandDefinition> Command(Work work, string sql, object? values)
    {
        if (work.Step is { } step)
            await step(sql);
        if (Holding().IsMatch(sql))
            work.Holds();
        if (sql.Contains("returning", StringComparison.Ordinal))
            work.Writes();
        return new(sql, values, work.Transaction, cancellationToken: work.Cancellation);
    }

    [GeneratedRegex(@"\bfor (no key )?(update|share)\b|\bfor key share\b")]
    private static partial Regex Holding();
}

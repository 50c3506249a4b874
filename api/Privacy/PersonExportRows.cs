using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Privacy;

/// <summary>The rows of one part as they come from the database, one at a time, with what is sealed opened.</summary>
internal sealed class PersonExportRows : IAsyncDisposable
{
    private readonly DbDataReader reader;
    private readonly IReadOnlyList<(int At, SealedColumn? Opens)> fields;
    private readonly PersonKey? key;

    private PersonExportRows(ExportPart part, DbDataReader reader, PersonKey? key)
    {
        (this.reader, this.key) = (reader, key);
        fields = [.. Enumerable.Range(0, reader.FieldCount).Select(at => (at, part.Opens.FirstOrDefault(opened => opened.Column == reader.GetName(at))))];
        Columns = [.. fields.SelectMany(field => field.Opens?.Columns ?? [reader.GetName(field.At)]).Select(Member)];
    }

    /// <summary>As JSON names members.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <param name="key">Nothing where the person was erased.</param>
    public static async Task<PersonExportRows> Open(Work work, ExportPart part, Guid person, PersonKey? key, DateTimeOffset now) =>
        new(part, await work.Connection.ExecuteReaderAsync(
            new CommandDefinition(part.Sql, new { work.Programme, person, now }, work.Transaction, cancellationToken: work.Cancellation)), key);

    public async IAsyncEnumerable<IReadOnlyList<object?>> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
            yield return [.. fields.SelectMany(field => field.Opens is { } sealedColumn
                ? sealedColumn.Open(reader.IsDBNull(field.At) ? null : (byte[])reader.GetValue(field.At), key)
                : [reader.IsDBNull(field.At) ? null : reader.GetValue(field.At)])];
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private static string Member(string column) =>
        JsonNamingPolicy.CamelCase.ConvertName(string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
}

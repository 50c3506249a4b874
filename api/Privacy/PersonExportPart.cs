using System.Text.Json;
using System.Text;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Privacy;

/// <summary>A kind of thing that is held about a person, and how it is asked for: <c>@Programme</c>, <c>@person</c>, <c>@now</c>.</summary>
/// <param name="Name">As the export calls it, and its file.</param>
/// <param name="Sql">The columns are the members; what is sealed is opened under the person's own key.</param>
internal sealed record ExportPart(string Name, string Sql, params IReadOnlyList<SealedColumn> Opens)
{
    /// <summary>The bytes of signed records: files of their own in an archive, members in JSON.</summary>
    public bool AreFiles { get; init; }
}

/// <summary>A sealed column of a part. What holds JSON becomes one column for each member, so that a sheet can show it.</summary>
/// <param name="Place">What it was sealed for.</param>
/// <param name="Members">The members of the JSON inside; none where it is text.</param>
internal sealed record SealedColumn(string Column, string Place, params IReadOnlyList<string> Members)
{
    public IReadOnlyList<string> Columns => Members.Count == 0 ? [Column] : Members;

    /// <summary>Nothing where there is nothing, or where the person was erased.</summary>
    public IEnumerable<object?> Open(byte[]? closed, PersonKey? key)
    {
        if (closed is null || key is null)
            return Columns.Select(object? (_) => null);
        var plain = key.Open(closed, Place);
        if (Members.Count == 0)
            return [Encoding.UTF8.GetString(plain)];
        using var json = JsonDocument.Parse(plain);
        return [.. Members.Select(object? (member) => json.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)];
    }
}

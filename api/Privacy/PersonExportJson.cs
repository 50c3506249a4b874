using System.Text.Json;
using Portfolio.Api.Database;

namespace Portfolio.Api.Privacy;

/// <summary>An export as JSON: <see cref="Contracts.Http.PersonExport"/>.</summary>
internal static class PersonExportJson
{
    private const int FlushAfter = 1 << 15;

    public static async Task Write(Work work, ExportOf export, Stream to, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("programmeId", export.Programme.Id);
        json.WriteString("programme", export.Programme.Name);
        json.WriteString("personId", export.Person);
        json.WriteString("madeAt", export.MadeAt);
        json.WriteStartObject("parts");
        foreach (var part in PersonExportParts.All)
            await Write(json, work, part, export, cancellation);
        Write(json, export.Names);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static async Task Write(Utf8JsonWriter json, Work work, ExportPart part, ExportOf export, CancellationToken cancellation)
    {
        json.WriteStartArray(part.Name);
        await using var rows = await PersonExportRows.Open(work, part, export.Person, export.Key, export.MadeAt);
        await foreach (var row in rows.All(cancellation))
        {
            json.WriteStartObject();
            foreach (var (name, value) in rows.Columns.Zip(row))
                if (PersonExportCells.Json(value) is { } node)
                {
                    json.WritePropertyName(name);
                    node.WriteTo(json);
                }
            json.WriteEndObject();
            if (json.BytesPending >= FlushAfter)
                await json.FlushAsync(cancellation);
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<KnownName> names)
    {
        json.WriteStartArray("names");
        foreach (var known in names)
        {
            json.WriteStartObject();
            json.WriteString("personId", known.PersonId);
            json.WriteString("name", known.Name);
            json.WriteString("why", known.Why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

using System.IO.Compression;
using System.Text;
using CsvHelper;
using Portfolio.Api.Database;

namespace Portfolio.Api.Privacy;

/// <summary>An export as an archive: a sheet for each part, each signed record as it was issued, and a note on how to read them.</summary>
internal static class PersonExportZip
{
    private const int DrainAfter = 1 << 16;

    // The mark in front tells a spreadsheet that it is UTF-8.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true };

    public static async Task Write(Work work, ExportOf export, Stream to, CancellationToken cancellation)
    {
        using var written = new Undrained();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            File(zip, "READ-ME.txt", export, ReadMe(export));
            foreach (var part in PersonExportParts.All)
            {
                await using var rows = await PersonExportRows.Open(work, part, export.Person, export.Key, export.MadeAt);
                await (part.AreFiles
                    ? Files(zip, rows, export, Drain, cancellation)
                    : Sheet(zip, part.Name, export, rows.Columns, rows.All(cancellation), Drain));
            }
            await Sheet(zip, "names", export, ["personId", "name", "why"],
                export.Names.Select(known => (IReadOnlyList<object?>)[known.PersonId, known.Name, known.Why]).ToAsyncEnumerable(), Drain);
        }
        await written.Drain(to, cancellation);

        ValueTask Drain() => written.Length < DrainAfter ? ValueTask.CompletedTask : written.Drain(to, cancellation);
    }

    private static async Task Sheet(
        ZipArchive zip, string name, ExportOf export, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows, Func<ValueTask> drain)
    {
        using var entry = Entry(zip, name + ".csv", export);
        using var csv = CsvWriter.Create(entry, Options, leaveOpen: true);
        csv.WriteRecord([.. columns]);
        await foreach (var row in rows)
        {
            csv.WriteRecord([.. row.Select(PersonExportCells.Cell)]);
            await drain();
        }
    }

    /// <summary>Columns: the record, its version, then both forms.</summary>
    private static async Task Files(ZipArchive zip, PersonExportRows rows, ExportOf export, Func<ValueTask> drain, CancellationToken cancellation)
    {
        await foreach (var row in rows.All(cancellation))
        {
            foreach (var (at, ending) in new[] { (2, "jwt"), (3, "json") })
                if (row[at] is string text)
                    File(zip, $"records/{row[0]}.v{row[1]}.{ending}", export, text);
            await drain();
        }
    }

    private static void File(ZipArchive zip, string name, ExportOf export, string text)
    {
        using var entry = Entry(zip, name, export);
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static Stream Entry(ZipArchive zip, string name, ExportOf export)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = export.MadeAt.ToUniversalTime();
        return entry.Open();
    }

    private static string ReadMe(ExportOf export) => $"""
        What {export.Programme.Name} holds about one person

        Person   {export.Person:D}
        Made     {export.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC; all of it shows this one moment

        Each .csv is one kind of thing. A sheet with only its first line says that
        nothing of that kind is held. Times are UTC, days are local to the programme,
        bytes are hexadecimal. A cell that a spreadsheet would calculate, or that
        begins with an apostrophe, has one apostrophe put in front of it.

        records/ has every signed record in both forms, as it was issued:
        ID.vN.jwt and ID.vN.json. Anybody can check them with the programme's keys.

        Other people stand here by id. names.csv has those whose names you may know:
        who led your sessions, who supervises you, whom you supervise.

        Not in here: {string.Join("\n", PersonExportParts.NotExported.Select(table => $"{table.Key}: {table.Value}"))}

        """.ReplaceLineEndings("\n");

    /// <summary>What was written and has not been sent on. An archive is only written synchronously, and an answer never.</summary>
    private sealed class Undrained : MemoryStream
    {
        // An archive that could go back would keep everything until it ends.
        public override bool CanSeek => false;

        public async ValueTask Drain(Stream to, CancellationToken cancellation)
        {
            await to.WriteAsync(GetBuffer().AsMemory(0, (int)Length), cancellation);
            SetLength(0);
        }
    }
}

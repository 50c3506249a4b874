using System.IO.Compression;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Leap2A;

/// <summary>One trainee's signed records as a Leap2A archive, which they import into a portfolio themselves.</summary>
public static class Leap2AZip
{
    // The format of zip files begins its calendar here.
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes <c>leap2a.xml</c> and the records as issued under <c>files/</c>. The same records give the same bytes, in whatever order they come.</summary>
    /// <param name="records">Versions that stand, all of one holder; may be none.</param>
    /// <param name="holder">Whom they are about, as a certificate would name them.</param>
    /// <exception cref="ArgumentException">The records are of several holders.</exception>
    public static byte[] Write(IReadOnlyList<SignedRecord> records, string holder)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records.Select(record => record.Claim.Holder.Id).Distinct().Count() > 1)
            throw new ArgumentException("One archive is of one trainee.", nameof(records));
        SignedRecord[] ordered = [.. records.OrderBy(record => record.Claim.Starts).ThenBy(record => record.Header.VersionId, StringComparer.Ordinal)];
        var dated = ordered.Select(record => record.Header.ValidFrom).Append(Earliest).Max().ToUniversalTime();
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("leap2a.xml", Leap2AFeed.Write(Leap2AMapping.Entries(ordered), holder, dated));
            foreach (var record in ordered)
            {
                var file = RecordFile.Of(record);
                Add(file.Path, file.Bytes.Span);
            }

            void Add(string name, ReadOnlySpan<byte> bytes)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = dated;
                using var file = entry.Open();
                file.Write(bytes);
            }
        }
        return stream.ToArray();
    }
}

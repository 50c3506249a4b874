using System.IO.Compression;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Pages;

/// <summary>A file as somebody handed it in, and what it says of itself. None of that is worth anything before it is checked.</summary>
/// <param name="What">What it says it is.</param>
/// <param name="Issuer">By whom it says it was issued.</param>
/// <param name="On">When.</param>
internal sealed record HandedIn(byte[] Bytes, string What, string Issuer, DateTimeOffset On)
{
    private const int LargestRecord = 1 << 20;

    /// <summary>A record, an evidence pack, or the zip in which a record comes with all that checking it needs; nothing where it is none of these.</summary>
    public static HandedIn? Read(byte[] file)
    {
        if (EvidenceFile.Looks(file))
            return EvidenceFile.Read(file) is { } claim ? new(file, "Evidence pack", claim.Issuer, claim.IssuedAt) : null;
        var record = IsZip(file) ? Inside(file) : file;
        if (record is not { Length: <= LargestRecord } || RecordVerifier.Check(record, RecordKeys.None, DateTimeOffset.UnixEpoch) is not { Header: { } header, Claim: { } said })
            return null;
        return new(record, Achievement.Of(said.Kind).Name, header.Issuer.Name, header.ValidFrom);
    }

    /// <summary>To somebody who handed in something else, what to look for.</summary>
    public static string WhyNot(ReadOnlySpan<byte> file) =>
        file.StartsWith("%PDF"u8) ? "This is a PDF. A paper is checked by the code printed on it, and by the signed file that goes with it: hand that in."
        : IsZip(file) ? "There is no signed record in this zip. Hand in the one called “everything”, or the record’s own file."
        : "This is not a signed record, or it was changed so much that it cannot be read as one. Hand in the file as it was downloaded: its name ends in .jwt, .json or .zip.";

    private static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    private static byte[]? Inside(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            if ((zip.GetEntry("record.json") ?? zip.GetEntry("record.jwt")) is not { Length: <= LargestRecord } entry)
                return null;
            // What the directory says of an entry's size is not believed.
            var bytes = new byte[LargestRecord + 1];
            using var open = entry.Open();
            var length = open.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= LargestRecord ? bytes[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

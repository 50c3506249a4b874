using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>One file that outlives the service: a record in both forms with everything that checking it needs.</summary>
internal static class RecordBundle
{
    public static async Task<byte[]> Write(Work work, Programme programme, OpenVersion version, SigningKey key)
    {
        var keys = await PublishedKeys.All(work, programme);
        var list = key.Keys.Ed25519 is null ? null : await StatusLists.Sign(work, programme, version.Of.StatusList, key.Keys);
        var place = await LogPlaces.Of(work, version.Of.RecordId, version.Of.Number);
        (string Name, byte[]? Bytes)[] files =
        [
            ("READ-ME.txt", Encoding.UTF8.GetBytes(ReadMe(programme, version))),
            ("record.json", version.Embedded),
            ("record.jwt", version.Jwt),
            ("jwks.json", ProgrammeDocument.KeySet(keys)),
            ("did.json", ProgrammeDocument.Did(programme.Issuer, keys)),
            ("status.json", list),
            ("log.json", JsonSerializer.SerializeToUtf8Bytes(place, Json.Options)),
        ];
        return Zip(version.Of.ValidFrom, files);
    }

    // Neither packed nor dated by the clock: the same state gives the same bytes.
    private static byte[] Zip(DateTimeOffset dated, IEnumerable<(string Name, byte[]? Bytes)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                if (bytes is null)
                    continue;
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = dated.ToUniversalTime();
                using var file = entry.Open();
                file.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    private static string ReadMe(Programme programme, OpenVersion version) => $"""
        A signed record, and what checking it needs
        ===========================================

        Record    {version.Url}
        Version   {version.Of.Number}
        Issuer    {programme.Issuer}

        record.json  the record with its embedded proof, eddsa-rdfc-2022
                     (missing where it was signed without Ed25519)
        record.jwt   the same content as a compact JWS, RS256
        did.json     the issuer's keys as a DID document: hand it to a verifier
                     as the document of the issuer above
        jwks.json    the issuer's keys as a JSON Web Key Set, with their dates
        status.json  the signed status list on the day of this download
        log.json     the record's place in the issuer's log

        With this program, and no network:

            api/start verify --keys jwks.json --status status.json record.json record.jwt

        With any verifier of Open Badges 3.0 or of W3C Verifiable Credentials
        2.0: give it record.json, did.json and status.json.

        With any JOSE library: the header of record.jwt names its key by kid,
        and jwks.json holds it.

        Whether it still stands: bit {version.Of.StatusIndex} of the status list, counted from
        0; set means withdrawn or replaced. The newest list is at
        {Addresses.StatusList(programme, version.Of.StatusList)}

        The leader's endorsement inside record.json is a credential of its own:
        taken out, it verifies alone, with the did:key that it names.

        In log.json, digests are the SHA-256 of record.jwt and record.json. They
        are bound to the chain at that position, and the checkpoint is a later
        chain as the issuer signed it: hold them against the issuer's archive.

        """.ReplaceLineEndings("\n");
}

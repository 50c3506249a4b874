using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What an export wrote.</summary>
/// <param name="Erased">Versions left out, because their bytes or their holder's key were erased.</param>
internal sealed record ArchiveCounts(int Records, int Versions, int Lists, int Entries, int Erased);

/// <summary>Everything that checking a programme's records needs, in one folder that stands alone.</summary>
internal sealed class Archive(PersonKeys personKeys, SigningKeys signing)
{
    public const string Records = "records", Lists = "status", KeySet = "jwks.json", DidDocument = "did.json", Log = "log.jsonl", Checkpoint = "checkpoint.json";

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="folder">An empty folder that the caller made.</param>
    /// <param name="person">Only this person's records.</param>
    /// <param name="step">Told what is being written, and how much of it is done.</param>
    public async Task<ArchiveCounts> Write(Work work, Programme programme, string folder, Guid? person, Action<string, int, int> step)
    {
        // One moment: a record that is signed meanwhile is in none of the files.
        await work.Run("set transaction isolation level repeatable read");
        var versions = (await FsckVersion.All(work)).Where(version => person is null || version.PersonId == person).ToList();
        if (person is not null && versions.Count == 0)
            throw new RefusedException($"Nobody with the id {person:D} has a record in {programme.Key}.");
        var holders = await personKeys.Of(work, [.. versions.Select(version => version.PersonId).Distinct()]);
        var readable = versions.Where(version => version.Jwt is not null && holders.ContainsKey(version.PersonId)).ToList();
        WriteRecords(folder, readable, holders, step);
        var lists = await WriteLists(work, programme, folder, readable);

        var keys = await PublishedKeys.All(work, programme);
        Write(folder, KeySet, ProgrammeDocument.KeySet(keys));
        Write(folder, DidDocument, ProgrammeDocument.Did(programme.Issuer, keys));
        var entries = await ProgrammeLog.All(work);
        using (var log = Make(folder, Log))
            foreach (var entry in entries)
                log.Write([.. ArchiveLog.Write(entry), (byte)'\n']);
        if (await ProgrammeLog.LastCheckpoint(work) is { } point)
            Write(folder, Checkpoint, SavedCheckpoint.Write(point));
        return new(readable.Select(version => version.RecordId).Distinct().Count(), readable.Count, lists, entries.Count, versions.Count - readable.Count);
    }

    private static void WriteRecords(string folder, List<FsckVersion> versions, IReadOnlyDictionary<Guid, PersonKey> holders, Action<string, int, int> step)
    {
        MakeFolder(folder, Records);
        var done = 0;
        foreach (var record in versions.GroupBy(version => version.RecordId))
            foreach (var version in record)
            {
                var (holder, newest) = (holders[version.PersonId], version == record.Last());
                var name = newest ? $"{version.RecordId:D}" : $"{version.RecordId:D}.v{version.Number}";
                if (version.Embedded is { } embedded)
                    Write(folder, $"{Records}/{name}.json", holder.Open(embedded, Issuing.EmbeddedPlace));
                // An older version that was signed where Ed25519 was missing has the one form.
                if (newest || version.Embedded is null)
                    Write(folder, $"{Records}/{name}.jwt", holder.Open(version.Jwt!, Issuing.JwtPlace));
                step("Records", ++done, versions.Count);
            }
    }

    private async Task<int> WriteLists(Work work, Programme programme, string folder, List<FsckVersion> versions)
    {
        MakeFolder(folder, Lists);
        var written = 0;
        foreach (var list in versions.Select(version => version.StatusList).Distinct().Order())
            if ((await signing.InUse(work, programme)).Keys is { Ed25519: not null } keys && await StatusLists.Sign(work, programme, list, keys) is { } signed)
            {
                Write(folder, $"{Lists}/{list}.json", signed);
                written++;
            }
        return written;
    }

    private static void MakeFolder(string folder, string name) => Directory.CreateDirectory(Path.Combine(folder, name), Private | UnixFileMode.UserExecute);

    private static void Write(string folder, string name, byte[] bytes)
    {
        using var file = Make(folder, name);
        file.Write(bytes);
    }

    private static FileStream Make(string folder, string name) =>
        new(Path.Combine(folder, name), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Private });
}

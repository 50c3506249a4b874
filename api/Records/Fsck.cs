using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What was recomputed of a programme, as counts.</summary>
/// <param name="Erased">Versions whose bytes or whose holder's key were erased: nobody can read them, and nothing is wrong.</param>
/// <param name="Disbelieved">Versions that were signed with a key from where it was declared lost.</param>
internal sealed record FsckCounts(int Keys, int Entries, int Registers, int Versions, int Valid, int Erased, int Disbelieved);

/// <summary>The first thing that is wrong, in plain words and ids; nothing, and counts, where all is as it was written.</summary>
/// <param name="Audited">Entries of the audit.</param>
internal sealed record FsckAnswer(string? Wrong, FsckCounts? Counts = null, long Audited = 0);

/// <summary>Recomputes whatever a programme has signed, from the keys up, each step believing the ones before it; then its audit.</summary>
internal sealed class Fsck(PersonKeys personKeys, SigningKeys signing, AuditTrail trail)
{
    /// <param name="saved">A checkpoint that was kept elsewhere.</param>
    /// <param name="step">Told what is being looked at, and how much of it is done.</param>
    public async Task<FsckAnswer> Check(Work work, Programme programme, SavedCheckpoint? saved, DateTimeOffset now, Action<string, int, int> step)
    {
        // One moment: what is signed meanwhile is not looked at by half.
        await work.Run("set transaction isolation level repeatable read");
        step("Keys", 0, 0);
        var log = new FsckLog(programme, await ProgrammeLog.All(work), await ProgrammeLog.Head(work), await ProgrammeLog.Checkpoints(work), await SigningKeys.All(work, programme));
        var versions = await FsckVersion.All(work);
        var holders = await personKeys.Of(work, [.. versions.Select(version => version.PersonId).Distinct()]);
        if (await signing.FirstWrong(work, programme) is { } pair)
            return new(pair);
        step("Log", 0, 0);
        if (saved is not null && log.FirstWrong(saved) is { } cut)
            return new(cut);
        if (await LogCheck.Of(work, programme, personKeys) is [var broken, ..])
            return new(log.InWords(broken));
        if (log.FirstKeyOutOfTurn() is { } turn)
            return new(turn);

        var records = new FsckRecords(programme, RecordKeys.Of(await PublishedKeys.All(work, programme)), FsckLog.Positions(log.Entries), holders,
            await LeaderKeys.Owners(work), now);
        if (records.FirstWrong(versions, step) is { } record)
            return new(record);
        step("Registers", 0, 0);
        var ends = await FsckEnds.All(work);
        var registers = await FsckRegister.All(work);
        if (FsckEnds.FirstWrong(ends, versions, log.Entries) is { } end)
            return new(end);
        if (FsckRegister.FirstWrong(registers, [.. versions.Where(version => version.Ended is null)], log.Entries, log.Erased) is { } register)
            return new(register);
        step("Audit", 0, 0);
        var (fault, audited) = await trail.Check(work);
        if (fault is not null)
            return new(fault);
        return new(null, new((await PublishedKeys.Lines(work)).Count, log.Entries.Count, registers.Count, versions.Count,
            versions.Count(version => version.Ended is null), versions.Count(version => version.Jwt is null || !holders.ContainsKey(version.PersonId)), records.Disbelieved), audited);
    }
}

using System.CommandLine;
using Portfolio.Api.Database;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Verbs;

/// <summary><c>verify</c>: the named checks of records in files, with a key set handed in, or with what this service knows; or of a whole archive, by itself.</summary>
internal static class VerifyVerb
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Records and evidence packs as they were issued, or the folder of one export.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Keys = new("--keys")
    {
        Description = "A jwks.json or did.json of the programme: the records are checked against it alone, without a database. An archive has its own.", HelpName = "FILE",
    };

    private static readonly Option<string[]> Status = new("--status")
    {
        Description = "With --keys, a status list as the programme served it: says whether a record was withdrawn or superseded. Can stand more than once.", HelpName = "FILE",
    };

    internal static Command Create()
    {
        var command = new Command("verify", "Check records and evidence packs; exit code 0 when all of them are accepted.") { Files, Keys, Status };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var keys = parsed.GetValue(Keys) is { } file ? ReadKeys(file) : null;
        var facts = new RecordFacts { StatusLists = [.. (parsed.GetValue(Status) ?? []).Select(path => (ReadOnlyMemory<byte>)Read(path))] };
        if (keys is null && facts.StatusLists.Count > 0)
            throw new RefusedException("--status goes with --keys: without them the record is checked with what this service knows.");
        if (parsed.GetValue(Files) is [var folder] && Directory.Exists(folder))
            return OfArchive(folder, keys);
        await using var database = keys is null ? await VerbDatabase.Open(parsed, cancellation) : null;
        var now = TimeProvider.System.GetUtcNow();
        var accepted = true;
        foreach (var path in parsed.GetValue(Files)!)
        {
            var handed = Read(path);
            var checks = keys is null ? await Verifying.Check(database!, handed, now, cancellation)
                : EvidenceFile.Looks(handed) ? Verifying.ToBody(EvidenceFile.Check(handed, keys, now, _ => facts))
                : Verifying.ToBody(RecordVerifier.Check(handed, keys, now, facts));
            Print(path, checks);
            accepted &= checks.Accepted;
        }
        return accepted ? 0 : 1;
    }

    private static RecordKeys ReadKeys(string path)
    {
        try
        {
            return RecordKeys.Read(Read(path));
        }
        catch (FormatException e)
        {
            throw new RefusedException($"{path} is no key set: {e.Message}");
        }
    }

    private static int OfArchive(string folder, RecordKeys? keys)
    {
        var answer = ArchiveCheck.Of(folder, keys, TimeProvider.System.GetUtcNow());
        foreach (var line in answer.Faults.Concat(answer.Ended))
            Console.WriteLine(line);
        Console.WriteLine($"{answer.Versions} of {answer.Issued} issued versions are here, in {answer.Accepted + answer.Ended.Count} good files, {answer.Ended.Count} of them withdrawn or superseded; "
            + $"{(answer.Erased > 0 ? $"{answer.Erased} were erased, as the log says; " : "")}"
            + $"{answer.Entries} log entries; {(answer.Faults.Count == 0 ? "nothing is" : $"{answer.Faults.Count} things are")} wrong, {(keys is null ? "by the keys in it" : "by the keys handed in")}.");
        return answer.Faults.Count == 0 ? 0 : 1;
    }

    internal static byte[] Read(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException($"There is no file {path}.");
        if (new FileInfo(path).Length > EvidenceFile.LargestBytes)
            throw new RefusedException($"{path} is larger than any evidence pack, record or key set: they have at most 4 MiB.");
        return File.ReadAllBytes(path);
    }

    private static void Print(string path, VerificationBody record)
    {
        Console.WriteLine($"{path}: {(record.What == "evidence-pack" ? "evidence pack, " : "")}{(record.Accepted ? "accepted" : "NOT accepted")}");
        foreach (var check in record.Checks)
            Console.WriteLine($"  {check.Answer,-11} {check.Name,-29} {check.Why}");
    }
}

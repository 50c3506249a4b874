using System.CommandLine;
using Portfolio.Api.Database;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Verbs;

/// <summary><c>verify</c>: the named checks of records in files, with a key set handed in, or with what this service knows.</summary>
internal static class VerifyVerb
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Records as they were issued.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Keys = new("--keys")
    {
        Description = "A jwks.json or did.json of the programme: the records are checked against it alone, without a database.", HelpName = "FILE",
    };

    internal static Command Create()
    {
        var command = new Command("verify", "Check records; exit code 0 when all of them are accepted.") { Files, Keys };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var keys = parsed.GetValue(Keys) is { } file ? RecordKeys.Read(Read(file)) : null;
        await using var database = keys is null ? await VerbDatabase.Open(parsed, cancellation) : null;
        var now = TimeProvider.System.GetUtcNow();
        var accepted = true;
        foreach (var path in parsed.GetValue(Files)!)
        {
            var record = Read(path);
            var checks = keys is null ? await Verifying.Check(database!, record, now, cancellation) : Verifying.ToBody(RecordVerifier.Check(record, keys, now));
            Print(path, checks);
            accepted &= checks.Accepted;
        }
        return accepted ? 0 : 1;
    }

    private static byte[] Read(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException($"There is no file {path}.");
        if (new FileInfo(path).Length > Verifying.LargestRecord)
            throw new RefusedException($"{path} is larger than any record or key set: they have at most 1 MiB.");
        return File.ReadAllBytes(path);
    }

    private static void Print(string path, VerificationBody record)
    {
        Console.WriteLine($"{path}: {(record.Accepted ? "accepted" : "NOT accepted")}");
        foreach (var check in record.Checks)
            Console.WriteLine($"  {check.Answer,-11} {check.Name,-29} {check.Why}");
    }
}

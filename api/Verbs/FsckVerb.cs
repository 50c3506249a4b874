using System.CommandLine;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;

namespace Portfolio.Api.Verbs;

/// <summary><c>fsck</c>: recomputes everything that a programme signed, and its audit, and names the first thing that is wrong.</summary>
internal static class FsckVerb
{
    private static readonly Option<string?> Key = new("--programme") { Description = "The programme's key (default: every programme).", HelpName = "KEY" };
    private static readonly Option<string?> Checkpoint = new("--checkpoint")
    {
        Description = "The programme's checkpoint as it was saved elsewhere: without one nobody can tell that the log's end was cut off.", HelpName = "FILE",
    };

    internal static Command Create()
    {
        var command = new Command("fsck", "Recompute chain, signatures, endorsements, ends and counts; exit code 1 with the first thing that is wrong.") { Key, Checkpoint };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var key = parsed.GetValue(Key);
        if (parsed.GetValue(Checkpoint) is not null && key is null)
            throw new RefusedException("A checkpoint is of one programme: name it with --programme.");
        var saved = parsed.GetValue(Checkpoint) is { } file ? SavedCheckpoint.Read(VerifyVerb.Read(file)) : null;
        await using var database = await VerbDatabase.Open(parsed, cancellation);
        var house = VerbHouse.Open(parsed);
        var code = 0;
        foreach (var programme in key is null ? await ProgrammeStore.All(database, cancellation) : [await database.Programme(key, cancellation)])
        {
            var answer = await Check(house, database, programme, saved, cancellation);
            Console.WriteLine($"{programme.Key}: {answer.Wrong ?? Said(answer.Counts!, answer.Audited)}");
            code = answer.Wrong is null ? code : 1;
        }
        return code;
    }

    private static async Task<FsckAnswer> Check(
        VerbHouse house, PortfolioDatabase database, Programme programme, SavedCheckpoint? saved, CancellationToken cancellation)
    {
        using var bar = new ProgressBar(Console.Error, Console.IsErrorRedirected);
        await using var work = await database.Begin(programme.Id, cancellation);
        return await house.Get<Fsck>().Check(work, programme, saved, house.Clock.GetUtcNow(), (what, done, of) => bar.Show(new(what, done, of)));
    }

    private static string Said(FsckCounts counts, long audited) =>
        $"as it was written: {counts.Keys} keys, {counts.Entries} log entries, {counts.Registers} signed registers, {counts.Versions} record versions, {counts.Valid} of them valid, {audited} audit entries"
        + $"{(counts.Erased > 0 ? $"; {counts.Erased} of somebody erased, which nobody can read" : "")}"
        + $"{(counts.Disbelieved > 0 ? $"; {counts.Disbelieved} not believed, because a key was lost" : "")}.";
}

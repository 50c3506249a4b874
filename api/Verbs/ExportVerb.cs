using System.CommandLine;
using Portfolio.Api.Database;
using Portfolio.Api.Records;

namespace Portfolio.Api.Verbs;

/// <summary><c>export</c>: an archive that stands alone; <c>verify DIR</c> checks it with no database. All of it is there, or nothing.</summary>
internal static class ExportVerb
{
    private static readonly Option<string> Programme = new("--programme") { Description = "The programme's key.", HelpName = "KEY", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "The folder to make; it must not hold anything yet.", HelpName = "DIR", Required = true };
    private static readonly Option<Guid?> Person = new("--person") { Description = "Only this person's records, by their id.", HelpName = "ID" };

    internal static Command Create()
    {
        var command = new Command("export", "Write every record in both forms, with the keys, lists and log that checking them needs.") { Programme, Out, Person };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(Out)!));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new RefusedException($"{target} is not empty; an archive is written where nothing is.");
        await using var database = await VerbDatabase.Open(parsed, cancellation);
        var programme = await database.Programme(parsed.GetValue(Programme)!, cancellation);
        var archive = VerbHouse.Open(parsed).Get<Archive>();
        // Beside the target, so that the last step is a renaming.
        var fresh = $"{target}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await using var work = await database.Begin(programme.Id, cancellation);
            ArchiveCounts counts;
            using (var bar = new ProgressBar(Console.Error, Console.IsErrorRedirected))
                counts = await archive.Write(work, programme, fresh, parsed.GetValue(Person), (what, done, of) => bar.Show(new(what, done, of)));
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(fresh, target);
            Console.WriteLine(Said(programme.Key, counts));
            return 0;
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new RefusedException($"The archive cannot be written: {refused.Message}");
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static string Said(string programme, ArchiveCounts counts) =>
        $"{programme}: {counts.Records} records in {counts.Versions} versions, {counts.Lists} status {(counts.Lists == 1 ? "list" : "lists")} and {counts.Entries} log entries written"
        + $"{(counts.Erased > 0 ? $"; {counts.Erased} versions of somebody erased left out" : "")}.";
}

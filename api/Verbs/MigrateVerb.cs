using System.CommandLine;
using Portfolio.Api.Database;

namespace Portfolio.Api.Verbs;

/// <summary><c>migrate</c>: brings the database to this program's shape, without serving.</summary>
internal static class MigrateVerb
{
    internal static Command Create()
    {
        var command = new Command("migrate", "Bring the database to this program's shape and stop.");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await VerbDatabase.Open(parsed, cancellation);
            return 0;
        });
        return command;
    }
}

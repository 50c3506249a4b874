using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Portfolio.Api.Database;

namespace Portfolio.Api.Verbs;

/// <summary>
/// The verbs. Standard output carries a verb's answer and nothing else. Exit codes: 0 done, 1 refused or not possible (the reason is on
/// standard error), 2 not understood (usage is on standard error).
/// </summary>
internal static class CommandLine
{
    /// <summary>Works on every verb.</summary>
    internal static readonly Option<string?> Data = new("--data")
    {
        Description = "The data folder (default: /var/lib/portfolio as root, else portfolio under $XDG_DATA_HOME or ~/.local/share).",
        HelpName = "DIR",
        Recursive = true,
    };

    internal static async Task<int> Run(string[] args, Func<ServeArguments, CancellationToken, Task> serve)
    {
        var root = new RootCommand("Portfolio: signed evidence of case-based discussion groups.")
        {
            Data, ServeVerb.Create(serve), MigrateVerb.Create(), ImportVerb.Create(), ProgressVerb.Create(), KeysVerb.Create(), FsckVerb.Create(), ExportVerb.Create(), VerifyVerb.Create(), EraseVerb.Create(),
            InviteVerb.Create(), SandboxVerb.Create(),
        };
        ServeVerb.Complete(root, serve);
        var parsed = root.Parse(args);
        if (ServeVerb.Misunderstood(parsed) is { Count: > 0 } complaints)
        {
            foreach (var complaint in complaints) await Console.Error.WriteLineAsync(complaint);
            await root.Parse([.. Words(parsed.CommandResult), "--help"])
                .InvokeAsync(new() { Output = Console.Error });
            return 2;
        }
        try
        {
            // The host and the default of the signals end a verb: no third party in between.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception e) when (e is RefusedException or DatabaseUnavailableException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync($"A guard of the database refuses it: {e.ConstraintName}. Nothing was stored.");
            return 1;
        }
        catch (AuthenticationTagMismatchException)
        {
            await Console.Error.WriteLineAsync(
                "This master key does not open what is kept here: give the one it was sealed under, in PORTFOLIO__MASTERKEYFILE or PORTFOLIO__MASTERKEY.");
            return 1;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Serve elsewhere with --urls=http://localhost:PORT.");
            return 1;
        }
    }

    private static IEnumerable<string> Words(CommandResult verb) => verb.Parent is CommandResult parent ? [.. Words(parent), verb.Command.Name] : [];
}

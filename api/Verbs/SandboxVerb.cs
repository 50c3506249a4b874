using System.CommandLine;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Verbs;

/// <summary><c>sandbox</c>: makes a programme of made-up people one in which those who build platforms can order faults.</summary>
internal static class SandboxVerb
{
    private static readonly Option<string> Programme = new("--programme") { Description = "The programme's key.", HelpName = "KEY", Required = true };
    private static readonly Option<bool> Off = new("--off") { Description = "No faults any more." };

    internal static Command Create()
    {
        var command = new Command("sandbox", "Let platforms order faults in a demonstration programme, by the header Portfolio-Fault.") { Programme, Off };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        await using var database = await VerbDatabase.Open(parsed, cancellation);
        _ = VerbHouse.Open(parsed);
        var programme = await database.Programme(parsed.GetValue(Programme)!, cancellation);
        if (!programme.Demonstration)
            throw new RefusedException($"{programme.Key} is a real programme: nothing goes wrong in it on demand.");
        await using var work = await database.Begin(programme.Id, cancellation);
        await ProgrammeStore.SetSandbox(work, !parsed.GetValue(Off));
        await work.Commit();
        Console.WriteLine(parsed.GetValue(Off) ? $"{programme.Key} is no sandbox." : $"{programme.Key} is a sandbox.");
        return 0;
    }
}

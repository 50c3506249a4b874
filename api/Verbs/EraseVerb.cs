using System.CommandLine;
using Portfolio.Api.Database;
using Portfolio.Api.Privacy;

namespace Portfolio.Api.Verbs;

/// <summary><c>erase</c>: one person, for ever.</summary>
internal static class EraseVerb
{
    private static readonly Option<string> Programme = new("--programme") { Description = "The programme's key.", HelpName = "KEY", Required = true };
    private static readonly Option<Guid> Person = new("--person") { Description = "The person's id.", HelpName = "ID", Required = true };
    private static readonly Option<string> Reason = new("--reason")
    {
        Description = "The ground: no-longer-needed, permission-withdrawn, objected, unlawful or legal-duty.", HelpName = "CODE", Required = true,
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it. Nothing brings the person back, not even a backup." };

    internal static Command Create()
    {
        Reason.AcceptOnlyFromAmong("no-longer-needed", "permission-withdrawn", "objected", "unlawful", "legal-duty");
        var command = new Command("erase", "Erase one person: what is held about them can never be read again.") { Programme, Person, Reason, Yes };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var person = parsed.GetValue(Person);
        if (!parsed.GetValue(Yes))
            throw new RefusedException($"Nothing brings {person:D} back, not even a backup: say --yes.");
        await using var database = await VerbDatabase.Open(parsed, cancellation);
        var programme = await database.Programme(parsed.GetValue(Programme)!, cancellation);
        await using var work = await database.Begin(programme.Id, cancellation);
        if ((await VerbHouse.Open(parsed).Get<Erasure>().Erase(work, programme, person, parsed.GetValue(Reason)!)).Refused(out var problem, out var erased))
            throw new RefusedException(problem.Status == 404 ? $"There is nobody with the id {person:D} in {programme.Key}." : problem.Title);
        Console.WriteLine($"{programme.Key}: {erased.PersonId:D} is erased.");
        return 0;
    }
}

using System.CommandLine;
using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Verbs;

/// <summary><c>invite</c>: how the first tutor of a real programme gets in. The one line it answers with is the link, which also goes by letter.</summary>
internal static class InviteVerb
{
    private static readonly Option<string> Programme = new("--programme") { Description = "The programme's key.", HelpName = "KEY", Required = true };
    private static readonly Option<string> Person = new("--person") { Description = "Whom: their id in the programme's sheets, or here.", HelpName = "PERSON", Required = true };

    internal static Command Create()
    {
        var command = new Command("invite", "Invite somebody to sign in: prints a link that works once.") { Programme, Person };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        await using var database = await VerbDatabase.Open(parsed, cancellation);
        var house = VerbHouse.Open(parsed);
        var programme = await database.Programme(parsed.GetValue(Programme)!, cancellation);
        await using var work = await database.Begin(programme.Id, cancellation);
        var named = parsed.GetValue(Person)!;
        var id = Guid.TryParse(named, out var own) ? own : await house.People.IdOfKey(work, named);
        if (id is null || await house.People.Find(work, id.Value) is not { } person)
            throw new RefusedException($"There is nobody {named} in {programme.Key}.");
        if ((await house.Get<InvitationStore>().Make(work, person, by: null, house.Clock.GetUtcNow())).Refused(out var problem, out var made))
            throw new RefusedException(problem.Title);
        await work.Commit();
        Console.WriteLine(made.Link);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"It works once, until {made.Body.ExpiresAt:yyyy-MM-dd HH:mm} UTC.{(made.Body.Word is { } word ? $" It asks for this word: {word}" : "")}"));
        return 0;
    }
}

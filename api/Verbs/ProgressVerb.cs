using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Verbs;

/// <summary><c>progress</c>: how far every trainee of a programme is towards a requirement, as of a day.</summary>
internal static class ProgressVerb
{
    private static readonly Option<string> Programme = new("--programme") { Description = "The programme's key.", HelpName = "KEY", Required = true };
    private static readonly Option<string?> Pack = new("--pack") { Description = "The requirement pack, such as uk-nw-core (default: the one that each trainee follows).", HelpName = "ID" };
    private static readonly Option<string?> AsOf = new("--as-of") { Description = "The local day to answer for, such as 2025-07-31 (default: today).", HelpName = "DAY" };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Answer with a JSON array, one object for each trainee, instead of a table." };

    internal static Command Create()
    {
        var command = new Command("progress", "Say how far every trainee of a programme is towards a requirement.") { Programme, Pack, AsOf, AsJson };
        command.SetAction(async (parsed, cancellation) =>
        {
            // What can be refused without a database is refused before one is started.
            var asked = ReadDay(parsed);
            await using var database = await VerbDatabase.Open(parsed, cancellation);
            var programme = await database.Programme(parsed.GetValue(Programme)!, cancellation);
            var house = VerbHouse.Open(parsed);
            var asOf = asked ?? programme.LocalDate(house.Clock.GetUtcNow());
            await using var work = await database.Begin(programme.Id, cancellation);
            var cohort = await Of(work, house.People, parsed.GetValue(Pack) is { } id ? await FindPack(work, id, asOf) : null, asOf);
            if (parsed.GetValue(AsJson))
                Console.WriteLine(JsonSerializer.Serialize(cohort.Select(member => member.Progress), Json.Options));
            else
                foreach (var pack in cohort.GroupBy(member => (member.Pack!.Id, member.Pack.Version)))
                    Console.Write(ProgressTable.Of(pack.First().Pack!, [.. pack.Select(member => member.Progress!)], asOf));
            return 0;
        });
        return command;
    }

    // Every trainee by the id of the programme's own sheets, or by their id where the sheets have none.
    private static async Task<IReadOnlyList<CohortMember>> Of(Work work, PersonStore people, RequirementPack? pack, DateOnly asOf)
    {
        var cohort = (await Cohort.Of(work, asOf, pack)).Where(member => member.Progress is not null).ToList();
        var keys = (await people.Find(work, [.. cohort.Select(member => member.Person)])).ToDictionary(person => person.Id, person => person.Identity.Key);
        return
        [
            .. cohort.Select(member => member with { Progress = member.Progress! with { Trainee = keys.GetValueOrDefault(member.Person) ?? member.Progress!.Trainee } })
                .OrderBy(member => member.Pack!.Id, StringComparer.Ordinal).ThenBy(member => member.Progress!.Trainee, StringComparer.Ordinal),
        ];
    }

    private static async Task<RequirementPack> FindPack(Work work, string id, DateOnly asOf) => (await PackStore.Find(work, id, version: null, asOf))?.Pack
        ?? throw new RefusedException($"There is no requirement pack {id}; write one of: {string.Join(", ", (await PackStore.All(work)).Select(kept => kept.Pack.Id).Distinct())}.");

    private static DateOnly? ReadDay(ParseResult parsed) => parsed.GetValue(AsOf) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= Fences.FirstDay && day <= Fences.LastDay => day,
        var text => throw new RefusedException($"{text} is not a day from {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}; write one such as 2025-07-31."),
    };
}

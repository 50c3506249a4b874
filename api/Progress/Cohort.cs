using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class Cohort
{
    /// <summary>Every trainee of the programme by the id of its own sheets, or by their id where the sheets have none.</summary>
    public static async Task<IReadOnlyList<TraineeProgress>> Of(Work work, PersonStore people, RequirementPack pack, DateOnly asOf)
    {
        var all = await ProgressStore.All(work);
        var keys = (await people.Find(work, [.. all.Keys])).ToDictionary(person => person.Id, person => person.Identity.Key);
        return
        [
            .. all.Select(each => each.Value with { Trainee = keys.GetValueOrDefault(each.Key) ?? each.Value.Trainee })
                .OrderBy(facts => facts.Trainee, StringComparer.Ordinal)
                .Select(facts => Evaluation.Of(pack, facts, asOf)),
        ];
    }
}

using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Somebody with a requirement, and where they stand; without an answer where nobody gave them a pack for that day.</summary>
internal sealed record CohortMember(Guid Person, TraineeFacts Facts, RequirementPack? Pack, TraineeProgress? Progress);

/// <summary>A trainee as the cohort shows them, and what that rests on.</summary>
internal sealed record CohortSeen(CohortTrainee Trainee, TraineeProgress? Progress);

internal static class Cohort
{
    /// <summary>Every trainee of the programme, each under the pack that they follow on the day, or all of them under one that is asked about.</summary>
    /// <param name="among">These alone; nothing means everybody.</param>
    public static async Task<IReadOnlyList<CohortMember>> Of(Work work, DateOnly asOf, RequirementPack? pack = null, IReadOnlySet<Guid>? among = null)
    {
        Guid[] people = [.. (await ProgressRows.People(work)).Where(person => among?.Contains(person) is not false)];
        var assigned = pack is null ? await Assignments.On(work, asOf) : new Dictionary<Guid, Assignment>();
        var facts = await ProgressStore.Of(work, people);
        var members = new CohortMember[people.Length];
        Parallel.For(0, people.Length, at =>
        {
            var (person, own) = (people[at], facts[people[at]]);
            var followed = pack ?? assigned.GetValueOrDefault(person)?.Pack;
            members[at] = new(person, own, followed, followed is null ? null : Evaluation.Of(followed, own, asOf));
        });
        return members;
    }
}

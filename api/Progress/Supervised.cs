using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Somebody whose education one supervises, and where they stand.</summary>
/// <param name="Pack">What they follow; nothing where nobody gave them anything.</param>
/// <param name="Queried">How many registers they say are not right, and nobody has answered.</param>
/// <param name="Waits">The step that waits on whoever asks; nothing where none does.</param>
internal sealed record SupervisedTrainee(Guid PersonId, string Name, RequirementPack? Pack, TraineeProgress? Progress, int Queried, WaitingBody? Waits)
{
    /// <summary>Whether somebody should look: something waits, or is not as it should be.</summary>
    public bool StandsOut => Waits is not null || Queried > 0 || Progress is { State: ProgressState.Behind or ProgressState.NotPossible };
}

internal static class Supervised
{
    /// <summary>Whose education somebody supervises on a day.</summary>
    public static async Task<IReadOnlySet<Guid>> Trainees(Work work, Guid supervisor, DateOnly day) => (await work.Rows<Guid>("""
        select distinct trainee_id from supervision
        where programme_id = @Programme and supervisor_id = @supervisor and kind = 'educational' and in_force(from_on, until_on, @day)
        """, new { work.Programme, supervisor, day })).ToHashSet();

    /// <summary>Whoever stands out first, the furthest from their requirement before the others.</summary>
    public static async Task<IReadOnlyList<SupervisedTrainee>> Of(Work work, PersonStore people, ConfirmationWaiting waiting, Guid supervisor, DateOnly day)
    {
        var trainees = await Trainees(work, supervisor, day);
        if (trainees.Count == 0)
            return [];
        var names = await people.Names(work, trainees);
        var members = (await Cohort.Of(work, day, among: trainees)).ToDictionary(member => member.Person);
        var queried = await OpenQueries.Of(work, trainees);
        var waits = (await waiting.On(work, supervisor)).ToLookup(each => each.PersonId);
        return
        [
            .. trainees.Where(names.ContainsKey).Select(person => new SupervisedTrainee(
                    person, names[person], members.GetValueOrDefault(person)?.Pack, members.GetValueOrDefault(person)?.Progress, queried.GetValueOrDefault(person),
                    waits[person].FirstOrDefault()))
                .OrderByDescending(each => each.StandsOut).ThenByDescending(each => each.Progress is { } progress ? (int)progress.State : -1)
                .ThenBy(each => each.Name, StringComparer.OrdinalIgnoreCase).ThenBy(each => each.PersonId),
        ];
    }
}

using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What was confirmed of somebody's requirement and what waits.</summary>
internal sealed class ConfirmationOverview(ConfirmationQuestions questions, PersonKeys keys)
{
    public async Task<ConfirmationsBody> Of(Work work, Programme programme, ConfirmationPack asked, Evidence evidence)
    {
        var pack = asked.Pack;
        var course = Course.Of(evidence.Body.PersonId, pack);
        var rounds = await ConfirmationStore.Rounds(work, course);
        var round = ConfirmationStore.NumberOf(rounds);
        var given = await ConfirmationStore.Given(work, course);
        var taken = given.Where(each => each.Round == round && each.ReversedAt is null).Select(each => each.Taken).OrderBy(each => each.Step).ToList();
        var open = await ConfirmationQuestions.IsOpen(work, course, round);
        var key = (await keys.Of(work, [course.Person])).GetValueOrDefault(course.Person);
        return new(
            evidence.Body, evidence.Hash, round,
            [.. ConfirmationSteps.Of(pack).Select((step, at) => Step(step, taken.ElementAtOrDefault(at), at == taken.Count, open, evidence.Body.Progress))],
            [.. given.Select(each => ToBody(each, key))],
            [
                .. rounds.Where(each => each.EndedAt is not null).Select(each => new EndedRound(
                    each.Number, each.EndedFor!, each.EndedStep!, each.EndedBy!.Value, each.EndedAt!.Value, Text(key, each.Reason!, ConfirmationEnds.ReasonPlace))),
            ],
            await questions.Of(work, course), Unlocked(programme, pack, taken));
    }

    /// <summary>One confirmation with the very bytes that were confirmed.</summary>
    public async Task<FrozenConfirmation?> Frozen(Work work, Guid person, Guid confirmation)
    {
        if (await ConfirmationStore.Find(work, person, confirmation) is not { } given || !(await keys.Of(work, [person])).TryGetValue(person, out var key))
            return null;
        using var confirms = JsonDocument.Parse(key.Open(given.Evidence, Confirmations.EvidencePlace));
        return new(ToBody(given, key), confirms.RootElement.Clone());
    }

    private static StepBody Step(ConfirmationStep step, TakenStep? taken, bool next, bool open, TraineeProgress progress) => new(
        step.Id, Code.Of(step.Act), [.. step.By.Value.Select(Code.Of)], step.Independent?.Value ?? false,
        taken is not null ? "taken" : !next ? "later" : open ? "asked-back" : progress.State is ProgressState.Met ? "waits" : "not-yet", taken?.Id, step.By.Confirmed);

    private static IReadOnlyList<UnlockedBody> Unlocked(Programme programme, RequirementPack pack, List<TakenStep> taken)
    {
        var steps = ConfirmationSteps.Of(pack);
        DateOnly? Since(int at) => taken.ElementAtOrDefault(at) is { } done ? programme.LocalDate(done.At) : null;
        return
        [
            .. steps.Index().Where(each => each.Item.Unlocks is not null)
                .Select(each => new UnlockedBody(each.Item.Unlocks!.Value.In(pack.Language), each.Item.Id, Since(each.Index), each.Item.Unlocks.Confirmed)),
            .. pack.Unlocks is { } all ? [new UnlockedBody(all.Value.In(pack.Language), null, Since(steps.Count - 1), all.Confirmed)] : Array.Empty<UnlockedBody>(),
        ];
    }

    private static ConfirmationBody ToBody(KeptConfirmation given, PersonKey? key) => new(
        given.Id, given.Scope, given.Round, given.StepId, given.Act, given.AsOf, given.ConfirmedBy, given.ConfirmedAt, given.Hash, given.RecordId, given.ReversedAt,
        given.Reversal is null ? null : Text(key, given.Reversal, ConfirmationEnds.ReversalPlace));

    private static string Text(PersonKey? key, byte[] closed, string place) => key is null ? "" : Encoding.UTF8.GetString(key.Open(closed, place));
}

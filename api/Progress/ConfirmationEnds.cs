using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Declining a step and reversing a confirmation, each with a reason. What was frozen stays; a record that said so is withdrawn.</summary>
internal sealed class ConfirmationEnds(Issuing issuing, PersonStore people, PersonKeys keys, TimeProvider clock)
{
    internal const string ReasonPlace = "confirmation_round.reason", ReversalPlace = "confirmation.reversal";

    /// <returns>Whether it is declined by this: the same said again is no second passage.</returns>
    public async Task<(Problem? Refused, bool IsNew)> Decline(Work work, Course course, RequirementPack pack, NewDecline body, Asker asker)
    {
        if (ConfirmationSteps.Of(pack).SingleOrDefault(each => each.Id == body.Step) is not { } step)
            return (Problems.StepUnknown, false);
        if (ConfirmationSteps.WhyNotTheirs(step, asker with { LedOne = false }, []) is { } theirs)
            return (theirs, false);
        if (await ConfirmationStore.Rounds(work, course) is [.., { EndedFor: "declined", Reason: { } reason } last] && (last.EndedStep, last.EndedBy) == (step.Id, asker.Person)
            && await Opened(work, course.Person, reason) == body.Reason)
            return (null, false);
        var now = clock.GetUtcNow();
        var round = await ConfirmationStore.Hold(work, course, now);
        if (ConfirmationSteps.WhyNotNow(ConfirmationSteps.NumberOf(pack, step.Id)!.Value, await ConfirmationStore.Taken(work, course, round)) is { } early)
            return (early, false);
        await ConfirmationStore.EndRound(work, course, round, "declined", step.Id, asker.Person, await Closed(work, course.Person, body.Reason, ReasonPlace), now);
        return (null, true);
    }

    /// <summary>By whoever gave it, or by whoever may take the step today.</summary>
    public async Task<Problem?> Reverse(Work work, KeptConfirmation given, RequirementPack pack, string reason, Asker asker)
    {
        if (asker.Person != given.ConfirmedBy && !ConfirmationSteps.Of(pack).Any(step => step.Id == given.StepId && asker.May(step)))
            return Problems.NotYoursToConfirm;
        if (asker.Person == given.PersonId)
            return Problems.OwnRequirement;
        var now = clock.GetUtcNow();
        if (given.Round is not { } round)
            return await Reversed(work, given, asker.Person, reason, now) ? null : Problems.ReversedAlready;
        // What rested on this step rests on nothing now, so that all that were taken from it on are reversed with it.
        if (await ConfirmationStore.Hold(work, given.Course, now) != round)
            return Problems.ReversedAlready;
        foreach (var later in (await ConfirmationStore.Given(work, given.Course)).Where(each => each.Round == round && each.Step >= given.Step))
            await Reversed(work, later, asker.Person, reason, now);
        await ConfirmationStore.EndRound(work, given.Course, round, "reversed", given.StepId, asker.Person, await Closed(work, given.PersonId, reason, ReasonPlace), now);
        return null;
    }

    private async Task<bool> Reversed(Work work, KeptConfirmation given, Guid by, string reason, DateTimeOffset now)
    {
        if (await ConfirmationStore.Reverse(work, given.Id, by, await Closed(work, given.PersonId, reason, ReversalPlace), now) == 0)
            return false;
        if (given.RecordId is { } record && await RecordStore.Latest(work, record) is { Ended: null } stands)
            await issuing.Issue(work, (await ProgrammeStore.Find(work, work.Programme))!, [], [stands.End("withdrawn")], [], now);
        return true;
    }

    private async Task<string?> Opened(Work work, Guid person, byte[] reason) =>
        (await keys.Of(work, [person])).TryGetValue(person, out var key) ? Encoding.UTF8.GetString(key.Open(reason, ReasonPlace)) : null;

    private async Task<byte[]> Closed(Work work, Guid person, string text, string place)
    {
        await people.Hold(work, [person]);
        return (await keys.Of(work, [person]))[person].Close(Encoding.UTF8.GetBytes(text), place);
    }
}

using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

// The steps of confirming, and what is credited at their end.
internal static class StepCheck
{
    public static IEnumerable<DocumentFault> Faults(RequirementPack pack)
    {
        if (pack.Confirmation is { Count: 0 or > 5 }) yield return new("$.confirmation", "1 to 5 steps; left out where nobody confirms");
        var steps = pack.Confirmation ?? [];
        for (var i = 0; i < steps.Count; i++)
        {
            var path = $"$.confirmation[{i}]";
            if (!PackShape.IsKey(steps[i].Id)) yield return new($"{path}.id", PackShape.KeyShape);
            if (steps.Take(i).Any(earlier => earlier.Id == steps[i].Id)) yield return new($"{path}.id", "an earlier step has this id");
            foreach (var fault in PackShape.Some($"{path}.by", steps[i].By)) yield return fault;
            foreach (var fault in PackShape.Texts($"{path}.unlocks.value", steps[i].Unlocks?.Value, pack.Language)) yield return fault;
            if (steps[i].Independent is { Value: true } && steps[i].By.Value is [Confirmer.Leader])
                yield return new($"{path}.independent.value", "only a leader takes this step, and a leader led the sessions");
        }

        var acts = steps.Select(step => step.Act).ToList();
        if (!acts.SequenceEqual(acts.Order())) yield return new("$.confirmation", "in order: agrees, checks, verifies");
        if (acts.Count(act => act is ConfirmationAct.Verifies) > 1) yield return new("$.confirmation", "at most one step verifies");
        foreach (var fault in Credits(pack)) yield return fault;
    }

    private static IEnumerable<DocumentFault> Credits(RequirementPack pack)
    {
        if (pack.Credits is { Count: 0 or > 10 }) yield return new("$.credits", "1 to 10 credits; left out where there is none");
        var credits = pack.Credits ?? [];
        for (var i = 0; i < credits.Count; i++)
        {
            foreach (var fault in PackShape.Texts($"$.credits[{i}].name", credits[i].Name, pack.Language)) yield return fault;
            foreach (var fault in PackShape.Between($"$.credits[{i}].minutes.value", credits[i].Minutes.Value, 1, 100_000, "minutes")) yield return fault;
        }
    }
}

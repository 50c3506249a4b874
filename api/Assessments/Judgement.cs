using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>What a form makes of the ratings given on it.</summary>
internal static class Judgement
{
    /// <summary>What is wrong with ratings, by their place in the body; nothing where each item that must be is rated once, on the scale.</summary>
    public static IReadOnlyList<FieldError> Faults(AssessmentForm form, IReadOnlyList<GivenRating> ratings)
    {
        var faults = new List<FieldError>();
        for (var at = 0; at < ratings.Count; at++)
        {
            if (form.Items.All(item => item.Code != ratings[at].Item))
                faults.Add(new($"$.ratings[{at}].item", "The form has no such item."));
            if (ratings.Take(at).Any(earlier => earlier.Item == ratings[at].Item))
                faults.Add(new($"$.ratings[{at}].item", "Rate each item once."));
            if (form.Scale.All(level => level.Code != ratings[at].Level))
                faults.Add(new($"$.ratings[{at}].level", $"Write a level of the scale: {string.Join(", ", form.Scale.Select(level => level.Code))}."));
        }
        foreach (var missing in form.Items.Where(item => !item.Optional && ratings.All(rating => rating.Item != item.Code)))
            faults.Add(new("$.ratings", $"Rate {missing.Code} too."));
        return faults;
    }

    /// <summary>The outcome that sound ratings give.</summary>
    public static FormLevel Outcome(AssessmentForm form, IReadOnlyList<GivenRating> ratings)
    {
        var least = Height(form, form.Pass.AtLeast);
        var high = ratings.Where(rating => Height(form, rating.Level) >= least).ToList();
        var passed = form.Pass.Item is { } decides ? high.Exists(rating => rating.Item == decides) : high.Count >= form.Pass.Items;
        return passed ? form.Outcomes.Passed : form.Outcomes.NotPassed;
    }

    private static int Height(AssessmentForm form, string level) => form.Scale.ToList().FindIndex(of => of.Code == level);
}

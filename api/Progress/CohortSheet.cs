using System.Globalization;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>The cohort as a sheet: a line for each trainee, a column for each rule of the packs in it.</summary>
internal static class CohortSheet
{
    public static byte[] Write(CohortBody cohort)
    {
        var rules = cohort.Trainees.SelectMany(trainee => trainee.Rules).Select(rule => rule.Id).Distinct().ToList();
        return SheetFile.Write(
            ["person_id", "name", "grade", "site", "groups", "pack", "version", "state", .. rules, "deadline", "deadline_estimated", "changes_on", "waits_on", "unlocked"],
            cohort.Trainees.Select(IReadOnlyList<string> (trainee) =>
            [
                $"{trainee.PersonId:D}", trainee.Name, trainee.Grade ?? "", trainee.Site, string.Join("; ", trainee.Groups.Select(group => group.Name)), trainee.Pack ?? "",
                trainee.PackVersion?.ToString(CultureInfo.InvariantCulture) ?? "", trainee.State is { } state ? Code.Of(state) : "",
                .. rules.Select(id => trainee.Rules.FirstOrDefault(rule => rule.Id == id) is { } rule ? string.Create(CultureInfo.InvariantCulture, $"{rule.Have} of {rule.Need}") : ""),
                Day(trainee.Deadline), trainee.Deadline is null ? "" : trainee.DeadlineEstimated ? "yes" : "no", Day(trainee.ChangesOn),
                string.Join("; ", trainee.WaitsOn.Select(wait => $"{wait.Step}: {string.Join(" or ", wait.By)}")), trainee.Unlocked ?? "",
            ]));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

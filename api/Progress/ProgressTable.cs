using System.Globalization;
using System.Text;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>A cohort's progress for somebody to read: a line for each trainee, and what nobody has confirmed.</summary>
internal static class ProgressTable
{
    public static string Of(RequirementPack pack, IReadOnlyList<TraineeProgress> cohort, DateOnly asOf)
    {
        List<string[]> rows =
        [
            ["trainee", "state", .. pack.Rules.Select(rule => rule.Id), "presented", "followed up", "deadline", "changes on"],
            .. cohort.Select(Row),
        ];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{pack.Title.In(pack.Language)} (version {pack.Version}), as of {Day(asOf)}\n\n");
        foreach (var row in rows)
            text.Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        if (cohort.Any(progress => progress.DeadlineEstimated))
            text.Append("\n~ an estimate: the placement it hangs on is not known yet.\n");
        var unconfirmed = pack.Rules.SelectMany(rule => Evaluation.Unconfirmed(rule).Select(member => $"{rule.Id} {member}")).ToList();
        if (unconfirmed.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\nNo public source confirms: {string.Join(", ", unconfirmed)}.\n");
        return text.ToString();
    }

    private static string[] Row(TraineeProgress progress) =>
    [
        progress.Trainee, Code.Of(progress.State),
        .. progress.Rules.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Have} of {rule.Need}")),
        progress.Presented.ToString(CultureInfo.InvariantCulture), progress.FollowedUp.ToString(CultureInfo.InvariantCulture),
        progress.Deadline is { } deadline ? (progress.DeadlineEstimated ? "~" : "") + Day(deadline) : "-",
        progress.ChangesOn is { } changes ? Day(changes) : "-",
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

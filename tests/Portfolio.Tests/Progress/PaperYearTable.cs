using System.Globalization;
using System.Text;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

// What the paper year answers under a pack, as a table that a person can check.
internal static class PaperYearTable
{
    public static readonly IReadOnlyList<DateOnly> Days = [new(2024, 10, 31), new(2025, 1, 31), new(2025, 4, 30), new(2025, 6, 20), new(2025, 8, 1)];

    public static string Of(RequirementPack pack, Func<TraineeFacts, TraineeFacts> read)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# The paper year under {pack.Id}, version {pack.Version}\n");
        foreach (var day in Days)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## As of {Day(day)}\n\n");
            List<string[]> rows = [Head(pack), .. PaperYear.Trainees.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => Row(Evaluation.Of(pack, read(each.Value), day)))];
            rows.Insert(1, [.. rows[0].Select(_ => "---")]);
            foreach (var row in rows) text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }

    private static string[] Head(RequirementPack pack) =>
        ["trainee", "state", "changes on", "deadline", "held, expected, attended", .. pack.Rules.SelectMany(rule => new[] { rule.Id, "left (estimated)", "behind on", "not possible on" })];

    private static string[] Row(TraineeProgress progress) =>
    [
        progress.Trainee, Code.Of(progress.State), Day(progress.ChangesOn), Day(progress.Deadline) + (progress.DeadlineEstimated ? " estimated" : ""),
        string.Create(CultureInfo.InvariantCulture, $"{progress.Attendance.Held}, {progress.Attendance.Expected}, {progress.Attendance.Attended}"),
        .. progress.Rules.SelectMany(Cells),
    ];

    private static string[] Cells(RuleProgress rule) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{rule.Have} of {rule.Need}{(rule.InPerson is { } inPerson ? $" ({inPerson.Have} of {inPerson.Need} in person)" : "")}: {Code.Of(rule.State)}"),
        rule.SessionsLeft is { } left ? string.Create(CultureInfo.InvariantCulture, $"{left} ({rule.SessionsLeftEstimated})") : "-",
        Day(rule.BehindOn), Day(rule.NotPossibleOn),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}

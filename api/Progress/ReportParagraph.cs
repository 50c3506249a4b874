using System.Globalization;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What was confirmed, as one paragraph for a supervisor's report.</summary>
internal static class ReportParagraph
{
    /// <param name="on">The local day on which it was confirmed.</param>
    /// <param name="record">The address of the record that says so; nothing where the step made none.</param>
    public static string Of(ConfirmationToSign confirms, DateOnly on, string? record)
    {
        var (evidence, progress) = (confirms.Evidence, confirms.Evidence.Progress);
        var rules = string.Join("; ", progress.Rules.Select(rule => $"{rule.Title}: {Number(rule.Have)} of {Number(rule.Need)}"));
        var presented = evidence.Presentations.Presented > 0 ? $" Cases presented: {evidence.Presentations.Presented}." : "";
        var counted = evidence.Records.Count(each => each.Counts.Count > 0);
        return $"On {Day(on)} I confirmed from signed records that, as of {Day(evidence.AsOf)}, {evidence.Name} {Standing(progress)} “{evidence.Title}” ({rules})."
            + $"{presented} It rests on {counted} signed {(counted == 1 ? "record" : "records")}."
            + (record is null ? "" : $" The signed confirmation is {record}, which anybody can check.");
    }

    private static string Standing(TraineeProgress progress) => progress.State switch
    {
        ProgressState.Met => "has met the requirement",
        ProgressState.OnTrack => "is on track to meet the requirement",
        ProgressState.Behind => "is behind with the requirement",
        _ => "can no longer meet in time the requirement",
    };

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}

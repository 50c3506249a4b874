using System.Globalization;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Feed;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>A trainee's year for a platform that may show it: what stands on their own page, less what the permission does not carry.</summary>
internal static class EmbeddedYear
{
    public static async Task<EmbeddedProgress> Of(Work work, Embedding embedding, DateTimeOffset now, DateTimeOffset until)
    {
        var today = (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(now);
        var facts = await ProgressStore.Find(work, embedding.Person);
        var year = TraineeYear.Of([.. (await OwnSessions.Of(work, embedding.Person)).Select(session => Shown(session, embedding))], facts, today, own: true);
        var shown = year with { All = [.. year.Now.SelectMany(month => month.Sessions)] };
        var progress = await Assignments.Find(work, embedding.Person, today) is { Pack: var pack } ? Evaluation.Of(pack, facts, today) : null;
        // The record that a rule was met by tells the day of a case.
        if (!ShowsCases(embedding))
            progress = progress?.WithoutPresentations(facts);
        return new(
            today, "en-GB", progress?.PackTitle ?? "Sessions", progress?.State, StateWords.Of(progress?.State), progress is null ? [] : HowFarWords.Of(progress),
            progress is null ? [] : [.. progress.Rules.Select(rule => Rule(rule, progress))], shown.All.Count == 0 ? "There is no session yet." : $"The year: {shown.Said}.",
            [.. shown.Now.Select(Month)], [.. shown.Key.Select(kind => new EmbeddedMark(Code(kind.Mark), kind.Words, shown.Count(kind.Mark)))], until);
    }

    /// <summary>What nobody has signed is no evidence yet, and what somebody says is not right is between them and their leader.</summary>
    private static OwnSession Shown(OwnSession session, Embedding embedding) => session with
    {
        Attendance = session.State == Session.Signed ? session.Attendance : null, Queried = false,
        Presented = session.Presented && embedding.Kinds.Contains("presentation"), FollowedUp = session.FollowedUp && embedding.Kinds.Contains("follow-up"),
    };

    private static bool ShowsCases(Embedding embedding) => embedding.Kinds.Contains("presentation") && embedding.Kinds.Contains("follow-up");

    private static EmbeddedRule Rule(RuleProgress rule, TraineeProgress progress) => new(
        rule.Title, rule.State, StateWords.Of(rule.State), rule.Have, rule.Need, StateWords.Amount(rule.Have, rule.Need, rule.Unit), string.Join(' ', RuleWords.Of(rule, progress)));

    private static EmbeddedMonth Month(MarkedMonth month) => new(
        month.First.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        [.. month.Sessions.Select(session => new EmbeddedSession(session.Of.HeldOn, Days.Weekday(session.Of.HeldOn), Code(session.Mark), session.Words))]);

    private static string Code(Mark mark) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{mark}");
}

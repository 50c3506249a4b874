using System.Globalization;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Progress;

// Five days of the paper year under five packs. The tables are approved files; every figure in them that somebody is judged by is
// counted a second time from the sheets.
public class PaperYearGoldenTests
{
    private static readonly DateOnly YearEnd = new(2025, 7, 31);

    // The double hours have no deadline of their own: the course's last day stands for one.
    private static RequirementPack DoubleHours =>
        RequirementPacks.Find("de-psgv-kursbuch")! with { Deadlines = [new(DeadlineAt.Date, On: new(YearEnd, false, null, "The course ends."))] };

    [Theory]
    [InlineData("uk-nw-core")]
    [InlineData("uk-wessex-core")]
    [InlineData("uk-glasgow-south-core")]
    [InlineData("uk-yh-core")]
    [InlineData("de-psgv-kursbuch")]
    public void The_answers_are_the_approved_ones(string id)
    {
        var table = id == DoubleHours.Id ? PaperYearTable.Of(DoubleHours, PaperYear.AsBalintGroups) : PaperYearTable.Of(RequirementPacks.Find(id)!, facts => facts);
        var approved = Path.Combine(Source.Root, "tests", "Portfolio.Tests", "Golden", "paper-year", $"{id}.md");
        if (Environment.GetEnvironmentVariable("PORTFOLIO_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
            File.WriteAllText(approved, table);
        }

        Assert.Equal(File.ReadAllText(approved), table);
    }

    [Fact]
    public void Sessions_are_those_of_the_hand_count() => Each((trainee, day) =>
    {
        var hand = new HandCount(trainee, day);
        var have = hand.Lines(45).Count;
        var ct2 = hand.Placements.First()["grade"] == "CT2";
        Same("uk-nw-core", trainee, day, have, 25, hand, ct2 ? YearEnd : YearEnd.AddYears(1), ct2 ? YearEnd : YearEnd.AddYears(1));

        // In CT2 the review of CT1 lies before the year began: the day before the first placement.
        DateOnly review = new(2025, 6, 20), next = ct2 ? review : day <= review ? review : review.AddYears(1);
        Same("uk-glasgow-south-core", trainee, day, have, 30, hand, next, ct2 ? review : review.AddYears(1));

        if (hand.Lines(45) is not [var first, ..]) return;
        var window = DateOnly.Parse(first["session_date"], CultureInfo.InvariantCulture).AddMonths(24).AddDays(hand.StoppedDays);
        Same("uk-wessex-core", trainee, day, have, 30, hand, window, window);
    });

    [Fact]
    public void A_span_is_the_months_between_the_first_and_the_last_line() => Each((trainee, day) =>
    {
        var dates = new HandCount(trainee, day).Lines(1).ConvertAll(row => DateOnly.Parse(row["session_date"], CultureInfo.InvariantCulture));
        var months = Enumerable.Range(1, 24).Count(month => dates.Count > 0 && dates[0].AddMonths(month) <= dates[^1]);
        var span = Evaluation.Of(RequirementPacks.Find("uk-yh-core")!, PaperYear.Trainees[trainee], day).Rules[0];
        Assert.Equal((trainee, day, months, 12m), (trainee, day, span.Have, span.Need));
    });

    [Fact]
    public void Double_hours_are_the_minutes_in_the_group_and_under_the_leader_with_most() => Each((trainee, day) =>
    {
        var hand = new HandCount(trainee, day);
        var rule = Evaluation.Of(DoubleHours, PaperYear.AsBalintGroups(PaperYear.Trainees[trainee]), day).Rules[0];
        var under = hand.Lines(1).SelectMany(row => new[] { row["leader_id"], row["co_leader_id"] }.Where(id => id is not "").Select(leader => (Under: row["group"] + leader, Row: row)))
            .GroupBy(each => each.Under, each => each.Row).Select(of => InPersonToInPerson([.. of])).ToList();
        var best = under.Count == 0 ? (All: 0, InPerson: 0) : under.MinBy(minutes => (Missing(minutes), -minutes.All));
        Assert.Equal((trainee, day, best.All / 90, 15m), (trainee, day, rule.Have, rule.Need));
        Assert.Equal(decimal.Floor(best.InPerson * 100 / 90m) / 100, rule.InPerson!.Have);

        // Only one group counts: whoever moves starts anew there, or had enough before.
        var groups = hand.Placements.Select(row => (Group: row["group"], Minutes: row["group"] == "riverside-wed" ? 60 : 90, Until: row["to"])).ToList();
        var ends = groups.ConvertAll(group =>
        {
            var left = hand.Left(YearEnd).Where(date => group == groups[^1] ? groups.Count == 1 || string.CompareOrdinal($"{date:yyyy-MM-dd}", groups[0].Until) > 0 : string.CompareOrdinal($"{date:yyyy-MM-dd}", group.Until) <= 0).ToList();
            var so = under.Count == 0 ? [] : hand.Lines(1).Where(row => row["group"] == group.Group).SelectMany(row => new[] { row["leader_id"], row["co_leader_id"] }).Distinct();
            var missing = so.Where(id => id is not "").Select(leader => Missing(InPersonToInPerson(hand.Lines(1).FindAll(row => row["group"] == group.Group && (row["leader_id"] == leader || row["co_leader_id"] == leader))))).DefaultIfEmpty(1350).Min();
            return (Missing: missing, On: HandCount.NotPossibleOn(left, (missing + group.Minutes - 1) / group.Minutes, YearEnd));
        });
        var met = ends.Exists(end => end.Missing == 0);
        Assert.Equal((trainee, day, met ? null : ends.Max(end => end.On)), (trainee, day, rule.NotPossibleOn));
        Assert.Equal((trainee, day, !met && ends.TrueForAll(end => end.On is null)), (trainee, day, rule.State is ProgressState.NotPossible));
    });

    private static int Missing((int All, int InPerson) minutes) => Math.Max(0, Math.Max(1350 - minutes.All, 675 - minutes.InPerson));

    private static (int All, int InPerson) InPersonToInPerson(List<Dictionary<string, string>> rows)
    {
        int first = rows.FindIndex(row => row["mode"] == "in-person"), last = rows.FindLastIndex(row => row["mode"] == "in-person");
        var within = first < 0 ? [] : rows[first..(last + 1)];
        return (within.Sum(Minutes), within.Where(row => row["mode"] == "in-person").Sum(Minutes));

        static int Minutes(Dictionary<string, string> row) => int.Parse(row["minutes_attended"], CultureInfo.InvariantCulture);
    }

    private static void Same(string pack, string trainee, DateOnly day, int have, int need, HandCount hand, DateOnly next, DateOnly last)
    {
        var rule = Evaluation.Of(RequirementPacks.Find(pack)!, PaperYear.Trainees[trainee], day).Sessions();
        var left = hand.Left(last);
        Assert.Equal((pack, trainee, day, have, need, hand.Left(next).Count), (pack, trainee, day, rule.Have, rule.Need, rule.SessionsLeft));
        Assert.Equal((pack, trainee, day, have < need && (need - have > left.Count || day > last)), (pack, trainee, day, rule.State is ProgressState.NotPossible));
        Assert.Equal((pack, trainee, day, HandCount.NotPossibleOn(left, need - have, last)), (pack, trainee, day, rule.NotPossibleOn));
    }

    private static void Each(Action<string, DateOnly> check)
    {
        foreach (var trainee in PaperYear.Trainees.Keys)
            foreach (var day in PaperYearTable.Days)
                check(trainee, day);
    }
}

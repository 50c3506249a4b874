using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Groups;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One thing that is due.</summary>
/// <param name="Tag">How urgent it is, in a word or two.</param>
/// <param name="Colour">Of that tag.</param>
internal sealed record TodayItem(string Title, string Href, string Hint, string Tag, string Colour);

/// <summary>What somebody sees first.</summary>
/// <param name="Items">The most urgent first.</param>
/// <param name="Own">How far they are themselves; nothing where nothing is asked of them.</param>
/// <param name="Queried">How many registers they said are not right, and nobody has answered.</param>
/// <param name="Next">The next session of a group of theirs.</param>
/// <param name="Led">The groups that they lead.</param>
internal sealed record TodaySeen(IReadOnlyList<TodayItem> Items, TraineeProgress? Own, int Queried, OpenRegister? Next, IReadOnlyList<GroupBody> Led);

/// <summary>What is due today, from all that somebody is: today's session before what waits, what waits on them before what they look after.</summary>
internal sealed class TodayItems(ConfirmationWaiting waiting, PersonStore people, PaperSheets sheets)
{
    // Beyond that the page of them all says it better.
    private const int Most = 5;
    private const string Now = "Today", Waits = "Waiting", Look = "Look at this";

    public async Task<TodaySeen> Of(Work work, Guid me, DateOnly day, DateTimeOffset now, OwnParts parts, Offices offices, Wording words)
    {
        var home = $"/programmes/{work.Programme}";
        var items = new List<TodayItem>();
        var open = await OpenRegisters.Of(work, me, day);
        items.AddRange(Registers(home, open, day));
        items.AddRange(Queries(home, await OpenQueries.On(work, me, day)));
        items.AddRange(Steps(home, me, await waiting.On(work, me), words));
        items.AddRange(await Panels(work, home, me, day));
        items.AddRange((await AssessmentStore.Unread(work, me)).Select(shown => new TodayItem(
            $"Read your assessment of {Days.Day(shown.AssessedOn)}", $"{home}/groups/{shown.GroupId}/assessments/{shown.Id}/reading", "Say what you have to say of it before it is signed.", Waits, "orange")));
        if (parts.Supervises)
            items.AddRange(Supervisees(home, await OutOfLine(work, me, day), words));
        if (parts.Trains || parts.Belongs)
            items.AddRange((await WaitingPlaces.Of(work, me)).Select(place => new TodayItem(
                $"See to {place.Platform}", $"{home}/connections/{place.ConnectionId}", "Your records wait until you have done something there.", Waits, "orange")));
        var led = parts.Leads ? await GroupStore.Led(work, me, day) : [];
        foreach (var group in led)
            items.AddRange(Assessments(home, group, (await DueAssessmentList.Of(work, people, group.Id, day)).Count(due => due.DueBy <= day.AddDays(Digest.DaysAhead))));
        items.AddRange(Paper(home, await sheets.Groups(work, me)));
        await Offices(work, items, home, day, now, offices, words);
        var own = parts.Trains && await Assignments.Find(work, me, day) is { } follows ? Evaluation.Of(follows.Pack, await ProgressStore.Find(work, me), day) : null;
        return new(items, own, (await OpenQueries.Of(work, [me])).GetValueOrDefault(me), await OpenRegisters.Next(work, me, open.Any(register => register.HeldOn == day) ? day.AddDays(1) : day), led);
    }

    // Today's session opens first; of those before it the oldest.
    private static IEnumerable<TodayItem> Registers(string home, List<OpenRegister> open, DateOnly day)
    {
        foreach (var register in open.Where(register => register.HeldOn == day))
            yield return new($"Register of {register.GroupName}", Register(register), $"Today at {Days.Time(register.StartsAt)}", Now, "blue");
        var before = open.Where(register => register.HeldOn < day).ToList();
        foreach (var register in before.Take(Most))
            yield return new(
                $"Sign the register of {register.GroupName}, {Days.Day(register.HeldOn)}", Register(register),
                $"It has waited for {Days.Count(day.DayNumber - register.HeldOn.DayNumber, "day")}.", "Not signed", "orange");
        if (before.Count > Most)
            yield return new($"{Days.Count(before.Count - Most, "more register")} to sign", $"{home}/leading", "Every group and its registers.", "Not signed", "orange");

        string Register(OpenRegister register) => $"{home}/sessions/{register.SessionId}/register";
    }

    private static IEnumerable<TodayItem> Queries(string home, IEnumerable<QueriedRegister> queried) => queried.Take(Most).Select(register => new TodayItem(
        $"Somebody says that a register is not right: {register.GroupName}, {Days.Day(register.HeldOn)}", $"{home}/sessions/{register.SessionId}/not-right",
        "Correct it, or write why it stands.", Waits, "orange"));

    private static IEnumerable<TodayItem> Steps(string home, Guid me, IReadOnlyList<WaitingBody> waits, Wording words) => waits.Select(each => new TodayItem(
        each.Act == "answers"
            ? each.PersonId == me ? "A question about your requirement" : $"A question about {each.Name}'s requirement"
            : $"{StateWords.Act(each.Act)} that {each.Name} has met the requirement",
        $"{home}/trainees/{each.PersonId}/confirm", each.Act == "answers" ? "Nothing goes on until it is answered." : $"This {words.Trainee} waits for you.", Waits, "orange"));

    private async Task<IEnumerable<TodayItem>> Panels(Work work, string home, Guid me, DateOnly day)
    {
        var asked = await PanelNotes.Open(work, [me, .. await Supervised.Trainees(work, me, day)]);
        var names = await people.Names(work, asked.Select(each => each.PersonId));
        return asked.Where(each => names.ContainsKey(each.PersonId)).Select(each => new TodayItem(
            each.PersonId == me ? "A panel asks about your evidence" : $"A panel asks about {names[each.PersonId]}'s evidence",
            $"{home}/trainees/{each.PersonId}/evidence/{each.EvidencePackId}", "Answer it before the panel meets.", Waits, "orange"));
    }

    private static IEnumerable<TodayItem> Assessments(string home, GroupBody group, int due)
    {
        if (due > 0)
            yield return new($"{Wording.First(Days.Count(due, "assessment"))} due in {group.Name}", $"{home}/groups/{group.Id}/assessments", "Within four weeks, or overdue.", Look, "yellow");
    }

    private static IEnumerable<TodayItem> Paper(string home, IEnumerable<PaperOfGroup> groups)
    {
        foreach (var group in groups)
            if (group is { Leads: true, Checked: > 0 })
                yield return new($"{Sheets(group.Checked)} of {group.Name} to confirm", $"{home}/imports/{group.Id}", "One signature is enough for a term of them.", Waits, "orange");
            else if (group is { Leads: false, ToCheck: > 0 })
                yield return new($"{Sheets(group.ToCheck)} of {group.Name} to match or check", $"{home}/imports/{group.Id}", "Somebody else than who wrote it off checks it against the paper.", Look, "yellow");

        static string Sheets(int count) => Wording.First(Days.Count(count, "sheet of paper", "sheets of paper"));
    }

    private static IEnumerable<TodayItem> Supervisees(string home, int count, Wording words)
    {
        if (count > 0)
            yield return new($"{Wording.First(Days.Count(count, words.Trainee, words.Trainees))} to look at", $"{home}/supervising", "Behind, not possible in time, or queried.", Look, "yellow");
    }

    private static async Task<int> OutOfLine(Work work, Guid supervisor, DateOnly day)
    {
        var trainees = await Supervised.Trainees(work, supervisor, day);
        var queried = await OpenQueries.Of(work, trainees);
        return (await Cohort.Of(work, day, among: trainees)).Count(member =>
            queried.ContainsKey(member.Person) || member.Progress is { State: ProgressState.Behind or ProgressState.NotPossible });
    }

    private static async Task Offices(Work work, List<TodayItem> items, string home, DateOnly day, DateTimeOffset now, Offices offices, Wording words)
    {
        if (Rights.SeeCohort.Allows(offices.Anywhere))
        {
            var sites = offices.SitesFor(Rights.SeeCohort);
            if (await CohortStore.Unsigned(work, day, sites) is { Count: > 0 } unsigned)
                items.Add(new(
                    $"{Wording.First(Days.Count(unsigned.Count, "register"))} that nobody has signed", $"{home}/unsigned",
                    $"The oldest is of {Days.Day(unsigned[0].HeldOn)}. Send the {words.Leader} a link.", Look, "yellow"));
            if (offices.Anywhere.Contains(Role.Tutor))
                items.AddRange((await OpenQueries.At(work, offices.SitesFor(Rights.AnswerQuery), now - HandedOverAfter)).Take(Most).Select(register => new TodayItem(
                    $"A register is said not to be right, and no {words.Leader} has answered: {register.GroupName}, {Days.Day(register.HeldOn)}",
                    $"{home}/sessions/{register.SessionId}/not-right", "It was handed over to you after 14 days.", Look, "yellow")));
        }
        if (Rights.SeeDeliveries.Allows(offices.Everywhere) && await WaitingPlaces.Parked(work) is > 0 and var parked)
            items.Add(new($"{Wording.First(Days.Count(parked, "record"))} that did not arrive", $"{home}/parked", "See why, and try again.", Look, "yellow"));
    }

    private static readonly TimeSpan HandedOverAfter = TimeSpan.FromDays(14);
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>A group for whoever leads it or looks after it: today's session first, then what waits.</summary>
internal sealed class GroupModel(PortfolioDatabase database, PersonStore people, TimeProvider clock) : PageModel, IPageFor
{
    private const int Shown = 5;

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadGroup, new GroupInPath("groupId"));

    [BindProperty]
    public AddedSession Added { get; set; } = new();

    public GroupBody Group { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public IReadOnlyList<YearSession> OfToday { get; private set; } = [];

    public IReadOnlyList<YearSession> Unsigned { get; private set; } = [];

    public IReadOnlyList<YearSession> Ahead { get; private set; } = [];

    public IReadOnlyList<YearSession> Before { get; private set; } = [];

    public IReadOnlyList<(string Name, string Standing)> Members { get; private set; } = [];

    public IReadOnlyList<(string Name, string Kind)> Leaders { get; private set; } = [];

    /// <summary>How many assessments members still need; nothing for whoever does not write any.</summary>
    public int? Due { get; private set; }

    public bool ChecksIn { get; private set; }

    public bool Keeps => HttpContext.Granted().Also(Rights.KeepRegister);

    public bool KeepsPlaces => HttpContext.Granted().Also(Rights.KeepPlaces);

    public bool ShowsCode => HttpContext.Granted().Also(Rights.ShowCheckIn);

    public Dictionary<string, string> Wrong { get; } = [];

    public string Home => $"/programmes/{RouteData.Values["programmeId"]}";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid groupId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work, groupId);
    }

    public async Task<IActionResult> OnPostAdd(Guid programmeId, Guid groupId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!HttpContext.Granted().Also(Rights.PlanSessions))
            return NotFound();
        if (Added.Read(Wrong) is not { } body)
            return await Show(work, groupId, 422);
        if ((await SessionPlanning.Add(work, groupId, body, Creation.Of(HttpContext, body.Id, body))).Refused(out var problem, out _))
        {
            Wrong[problem.Code == Problems.NoSuchLocalTime.Code ? "startsAt" : "heldOn"] =
                problem.Code == Problems.NoSuchLocalTime.Code ? "The clocks go forward over that time. Choose another." : problem.Title;
            return await Show(work, groupId, problem.Status);
        }
        await work.Commit();
        return Redirect($"{Home}/groups/{groupId}?added={body.HeldOn:yyyy-MM-dd}#sessions");
    }

    public async Task<IActionResult> OnPostCheckIn(Guid programmeId, Guid groupId, bool on, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!HttpContext.Granted().Also(Rights.KeepGroup))
            return NotFound();
        await CheckInStore.Set(work, groupId, on, HttpContext.Person(), clock.GetUtcNow());
        await work.Commit();
        return Redirect($"{Home}/groups/{groupId}#check-in");
    }

    private async Task<IActionResult> Show(Work work, Guid id, int status = 200)
    {
        if (await GroupStore.Find(work, id) is not { } group)
            return NotFound();
        (Group, Response.StatusCode) = (group, status);
        Today = PageFrame.Of(HttpContext).Programme!.LocalDate(clock.GetUtcNow());
        var year = await GroupYears.Of(work, id, GroupYear.StartOf(Today));
        OfToday = [.. year.Sessions.Where(session => session.HeldOn == Today)];
        Unsigned = await GroupYears.Unsigned(work, id, Today);
        Ahead = [.. year.Sessions.Where(session => session.HeldOn > Today).Take(Shown)];
        Before = [.. year.Sessions.Where(session => session.HeldOn < Today && session.State != Session.Open).Reverse().Take(Shown)];
        var (members, leaders) = ((await PlaceStore.Members(work, id)).Where(Now).ToList(), (await PlaceStore.Leaders(work, id)).Where(Now).ToList());
        var names = await people.Names(work, members.Concat(leaders).Select(place => place.PersonId));
        Members = [.. members.Select(place => (names.GetValueOrDefault(place.PersonId, ""), GroupWords.Standing(place.As))).Where(place => place.Item1.Length > 0).OrderBy(place => place.Item1, StringComparer.CurrentCulture)];
        Leaders = [.. leaders.Select(place => (names.GetValueOrDefault(place.PersonId, ""), place.As)).Where(place => place.Item1.Length > 0).OrderBy(place => place.Item1, StringComparer.CurrentCulture)];
        ChecksIn = await CheckInStore.Uses(work, id);
        if (HttpContext.Granted().Also(Rights.SeeDueAssessments))
            Due = (await DueAssessmentList.Of(work, people, id, Today)).Count;
        if (Added.Id == Guid.Empty)
            Added = AddedSession.After(year.Sessions, Today);
        return Page();

        bool Now(PlaceStore.Row place) => place.From <= Today && !(place.Until < Today);
    }
}

/// <summary>A session to add, as a form has it.</summary>
internal sealed class AddedSession
{
    /// <summary>Made with the form, so that a button pressed twice adds one session.</summary>
    public Guid Id { get; set; }
    public string? HeldOn { get; set; }
    public string? StartsAt { get; set; }
    public string? Minutes { get; set; }

    /// <summary>A week after the last one, at the same time: what is most often meant.</summary>
    public static AddedSession After(IReadOnlyList<YearSession> sessions, DateOnly today)
    {
        var last = sessions is [.., var newest] ? newest : null;
        var next = last is null || last.HeldOn < today.AddDays(-7) ? today : last.HeldOn.AddDays(7);
        return new()
        {
            Id = Guid.CreateVersion7(), HeldOn = next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            StartsAt = (last?.StartsAt ?? new TimeOnly(15, 0)).ToString("HH:mm", CultureInfo.InvariantCulture), Minutes = (last?.Minutes ?? 60).ToString(CultureInfo.InvariantCulture),
        };
    }

    public NewSession? Read(Dictionary<string, string> wrong)
    {
        if (!DateOnly.TryParseExact(HeldOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day < Fences.FirstDay || day > Fences.LastDay)
            wrong["heldOn"] = "Choose the day, or write it as 2025-06-04.";
        if (!TimeOnly.TryParseExact(StartsAt?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            wrong["startsAt"] = "Choose the time, or write it as 15:00.";
        if (!int.TryParse(Minutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > Fences.SessionMinutes)
            wrong["minutes"] = $"Write how many minutes it lasts, from 1 to {Fences.SessionMinutes}.";
        return wrong.Count > 0 ? null : new(day, time, minutes, Id == Guid.Empty ? null : Id);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>A session as its pages show it: with the names of everybody who could stand on them.</summary>
/// <param name="Stopped">Whom nobody expects on that day.</param>
/// <param name="Bare">Who is known by a name alone, and so gets no record.</param>
/// <param name="NoRecords">Who is there for another reason than a record of their own.</param>
internal sealed record RegisterView(
    SessionBody Session, string Group, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<Guid> Leaders, IReadOnlySet<Guid> Stopped, IReadOnlySet<Guid> Bare, IReadOnlySet<Guid> NoRecords)
{
    /// <summary>Who checked in, where the group does.</summary>
    public CheckInList CheckIns { get; init; } = new(false, []);

    public bool CheckedIn(Guid person) => CheckIns.On && CheckIns.CheckIns.Any(one => one.PersonId == person);

    public string NameOf(Guid person) => Names.GetValueOrDefault(person, "Somebody who is no longer here");

    public static async Task<RegisterView> Of(Work work, PersonStore people, Session session, Granted granted)
    {
        var body = await SessionEndpoints.Body(work, people, session, granted);
        var leaders = await MandateStore.On(work, session.GroupId, session.HeldOn);
        var everybody = (body.Register?.Lines ?? []).Select(line => line.PersonId).Concat(body.Unlisted.Select(person => person.PersonId)).Concat(leaders);
        var stopped = await RegisterDays.Stopped(work, session.GroupId, session.HeldOn);
        var counts = (await MeetingFormStore.OfGroup(work, session.GroupId)).Counts;
        var members = await SessionStore.Members(work, session.GroupId, session.HeldOn);
        var without = members.Where(member => !counts || member.As is "taster" or "observer").Select(member => member.PersonId).ToHashSet();
        var view = new RegisterView(body, (await GroupStore.Find(work, session.GroupId))!.Name, new Dictionary<Guid, string>(), [.. leaders], stopped, new HashSet<Guid>(), without);
        var checkIns = await Sessions.CheckIns.Of(work, session);
        return await With(work, people, view with { CheckIns = checkIns }, everybody.Concat(checkIns.CheckIns.Select(one => one.PersonId)));
    }

    /// <summary>The same with the names of these people too.</summary>
    public static async Task<RegisterView> With(Work work, PersonStore people, RegisterView view, IEnumerable<Guid> more)
    {
        var all = view.Names.Concat(await people.Names(work, more)).DistinctBy(name => name.Key).ToDictionary();
        var visiting = (view.Session.Register?.Lines ?? []).Where(line => line.Visiting).Select(line => line.PersonId).Concat(more);
        return view with { Names = all, Bare = await Visitors.KnownByNameAlone(work, visiting.Distinct()), Leaders = [.. view.Leaders.OrderBy(leader => all.GetValueOrDefault(leader), StringComparer.Ordinal)] };
    }
}

/// <summary>What the pages of one register share: whoever leads it, signed in or by a link, and what stands on it.</summary>
internal abstract class RegisterPage(PersonStore people, Visitors visitors) : PageModel
{
    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    public RegisterView View { get; private set; } = null!;

    private RegisterRow? added;

    /// <summary>Why it could not be taken, in words; and where on the form.</summary>
    public string? Refused { get; protected set; }

    public Dictionary<string, string> Errors { get; } = [];

    public Actor Actor => HttpContext.Actor();

    /// <summary>Who presented is for the leaders: a tutor keeps a register without seeing it.</summary>
    public bool SeesPresentations => HttpContext.Granted().Also(Rights.SeePresentations);

    public string Address => $"{Programme}/sessions/{View?.Session.Id ?? RouteData.Values["sessionId"]}/register";

    public string Programme => $"/programmes/{RouteData.Values["programmeId"]}";

    /// <summary>Rows in the order in which they are read: whom nobody has decided on yet, then by name; whoever is not expected is folded away.</summary>
    public IEnumerable<int> Open => Places(row => !IsFolded(row)).OrderBy(at => Form.Rows[at].Attendance is not (null or ""));

    public IEnumerable<int> Folded => Places(IsFolded);

    /// <summary>Whether this device may keep the register, so that it opens without a network.</summary>
    public bool Keeps { get; protected set; }

    /// <summary>When it was signed, in the programme's own time.</summary>
    public string When(DateTimeOffset at) =>
        PageFrame.Of(HttpContext).Programme is { } programme && TimeZoneInfo.ConvertTime(at, programme.Zone) is var local
            ? $"{Days.Weekday(DateOnly.FromDateTime(local.DateTime))} at {Days.Time(TimeOnly.FromDateTime(local.DateTime))}" : "";

    private bool IsFolded(RegisterRow row) => View.Stopped.Contains(row.PersonId) && row.Attendance is (null or "" or "not-expected");

    private IEnumerable<int> Places(Func<RegisterRow, bool> which) =>
        Enumerable.Range(0, Form.Rows.Count).Where(at => which(Form.Rows[at])).OrderBy(at => View.NameOf(Form.Rows[at].PersonId), StringComparer.CurrentCulture);

    /// <returns>Nothing where the session is there.</returns>
    protected async Task<IActionResult?> Load(Work work, Guid session)
    {
        if (await SessionStore.Find(work, session) is not { } found)
            return NotFound();
        View = await RegisterView.Of(work, people, found, HttpContext.Granted());
        return null;
    }

    protected async Task Name(Work work, IEnumerable<Guid> more) => View = await RegisterView.With(work, people, View, more);

    /// <summary>A form that shows what stands.</summary>
    protected void Fresh()
    {
        var checkedIn = View.CheckIns.On ? View.CheckIns.CheckIns.Where(one => View.Names.ContainsKey(one.PersonId)).ToList() : null;
        Form = RegisterForm.Of(View.Session, View.Leaders.Contains(HttpContext.Person()) ? HttpContext.Person() : View.Leaders is [var first, ..] ? first : Guid.Empty, View.Stopped,
            checkedIn?.Select(one => one.PersonId).ToHashSet());
        foreach (var visitor in View.Session.Register is null ? checkedIn ?? [] : [])
            if (Form.Rows.All(row => row.PersonId != visitor.PersonId))
                Form.Rows.Add(new() { PersonId = visitor.PersonId, Attendance = "present", Visiting = true });
    }

    /// <summary>The register that was sent, with whoever is visiting looked up.</summary>
    protected async Task<Answer<Register>> Read(Work work)
    {
        if (Form.Visitor?.Trim() is { Length: > 0 } typed)
        {
            // Typed a second time, or sent a second time, it is whoever stands there already.
            if (!Form.Rows.Any(row => string.Equals(View.NameOf(row.PersonId), typed, StringComparison.OrdinalIgnoreCase)))
            {
                if ((await visitors.Find(work, View.Session.Id, Actor.Person!.Value, typed)).Refused(out var problem, out var visitor))
                    return problem;
                if (Form.Rows.All(row => row.PersonId != visitor.Id))
                    Form.Rows.Add(added = new() { PersonId = visitor.Id, Attendance = "present", Visiting = true });
            }
        }
        return Form.Read(SeesPresentations);
    }

    /// <summary>Shows the form again with the reason, each next to its field.</summary>
    protected async Task<IActionResult> Show(Work work, Problem problem)
    {
        // Nothing was kept, so whoever was only typed in is typed text again.
        if (added is not null)
            Form.Rows.Remove(added);
        await Name(work, Form.Rows.Select(row => row.PersonId));
        if (problem.Code == Problems.VersionStale.Code)
        {
            Fresh();
            Refused = "Somebody changed the register after you opened it. It is shown as it stands now: put in again what is missing.";
        }
        else
            Refused = problem.Title;
        foreach (var error in problem.Errors ?? [])
            Errors[Form.FieldOf(error.Field)] = error.Message.Replace("`", "", StringComparison.Ordinal);
        Response.StatusCode = problem.Status;
        return Page();
    }
}

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
internal sealed record RegisterView(SessionBody Session, string Group, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<Guid> Leaders)
{
    public string NameOf(Guid person) => Names.GetValueOrDefault(person, "Somebody who is no longer here");

    public static async Task<RegisterView> Of(Work work, PersonStore people, Session session, Granted granted)
    {
        var body = await SessionEndpoints.Body(work, people, session, granted);
        var leaders = await MandateStore.On(work, session.GroupId, session.HeldOn);
        var everybody = (body.Register?.Lines ?? []).Select(line => line.PersonId).Concat(body.Unlisted.Select(person => person.PersonId)).Concat(leaders);
        return await With(work, people, new(body, (await GroupStore.Find(work, session.GroupId))!.Name, new Dictionary<Guid, string>(), [.. leaders]), everybody);
    }

    /// <summary>The same with the names of these people too.</summary>
    public static async Task<RegisterView> With(Work work, PersonStore people, RegisterView view, IEnumerable<Guid> more)
    {
        var all = view.Names.Concat(await people.Names(work, more)).DistinctBy(name => name.Key).ToDictionary();
        return view with { Names = all, Leaders = [.. view.Leaders.OrderBy(leader => all.GetValueOrDefault(leader), StringComparer.Ordinal)] };
    }
}

/// <summary>What the pages of one register share: whoever leads it, signed in or by a link, and what stands on it.</summary>
internal abstract class RegisterPage(PersonStore people) : PageModel
{
    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    public RegisterView View { get; private set; } = null!;

    /// <summary>Why it could not be taken, in words; and where on the form.</summary>
    public string? Refused { get; protected set; }

    public Dictionary<string, string> Errors { get; } = [];

    public Actor Actor => HttpContext.Actor();

    /// <summary>Who presented is for the leaders: a tutor keeps a register without seeing it.</summary>
    public bool SeesPresentations => HttpContext.Granted().Also(Rights.SeePresentations);

    public string Address => $"/programmes/{RouteData.Values["programmeId"]}/sessions/{RouteData.Values["sessionId"]}/register";

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
    protected void Fresh() => Form = RegisterForm.Of(View.Session, View.Leaders.Contains(HttpContext.Person()) ? HttpContext.Person() : View.Leaders is [var first, ..] ? first : Guid.Empty);

    /// <summary>The register that was sent, with whoever is visiting looked up.</summary>
    protected async Task<Answer<Register>> Read(Work work)
    {
        if (Form.Visitor?.Trim() is { Length: > 0 } visitor)
        {
            if (await people.IdOf(work, visitor) is not { } person)
                return Problems.RegisterRefused.At(new FieldError("$.visitor", "Nobody of the programme has this address or key."));
            if (Form.Rows.All(row => row.PersonId != person))
                Form.Rows.Add(new() { PersonId = person, Attendance = "present", Visiting = true });
            Form.Visitor = null;
        }
        return Form.Read(SeesPresentations);
    }

    /// <summary>Shows the form again with the reason, each next to its field.</summary>
    protected async Task<IActionResult> Show(Work work, Problem problem)
    {
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

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

/// <summary>“This is not right”, said of a session by whoever was there or should have been; and answered by whoever may sign it.</summary>
internal sealed class NotRightModel(PortfolioDatabase database, PersonStore people, SessionQueries queries) : PageModel, IPageFor
{
    private static readonly PlainTextAttribute Fence = new(Fences.Reason);

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.QueryRegister, new SessionOfOneselfInPath("sessionId"));

    [BindProperty]
    public NotRightForm Form { get; set; } = new();

    public Session Session { get; private set; } = null!;

    public string Group { get; private set; } = "";

    /// <summary>What the register says of whoever looks, where it says anything.</summary>
    public OwnSession? Own { get; private set; }

    public IReadOnlyList<QueryBody> Queries { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public Dictionary<string, string> Wrong { get; } = [];

    /// <summary>Whether it is about a session of theirs.</summary>
    public bool Asks => HttpContext.Granted().Roles.Contains(Role.Oneself);

    public bool Answers => HttpContext.Granted().Also(Rights.AnswerQuery);

    public DateOnly Day(DateTimeOffset at) => PageFrame.Of(HttpContext).Programme!.LocalDate(at);

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        Form = new() { Id = Guid.CreateVersion7() };
        return await Show(work, sessionId);
    }

    public async Task<IActionResult> OnPostAsk(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!Asks)
            return NotFound();
        if (Form.Read(Wrong) is not { } says || !Fits(says, "says"))
            return await Show(work, sessionId);
        var body = new NewQuery(says, Form.Id);
        if ((await queries.Ask(work, sessionId, body, Creation.Of(HttpContext, Form.Id, body))).Refused(out var problem, out _))
        {
            Wrong[""] = problem.Title;
            return await Show(work, sessionId);
        }
        await work.Commit();
        return Redirect($"{Request.Path}#said");
    }

    public async Task<IActionResult> OnPostAnswer(Guid programmeId, Guid sessionId, Guid query, string? answer, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!Answers)
            return NotFound();
        if (string.IsNullOrWhiteSpace(answer))
            Wrong[$"answer-{query}"] = "Write an answer.";
        if (Wrong.Count > 0 || !Fits(answer!.Trim(), $"answer-{query}"))
            return await Show(work, sessionId);
        // One that was answered meanwhile shows so.
        if (await queries.Answer(work, sessionId, query, HttpContext.Person(), answer!.Trim()) is null)
            await work.Commit();
        return Redirect($"{Request.Path}#said");
    }

    private bool Fits(string text, string field)
    {
        if (!Fence.IsValid(text))
            Wrong[field] = $"Write at most {Fences.Reason} characters on one line.";
        return Wrong.Count == 0;
    }

    private async Task<IActionResult> Show(Work work, Guid session)
    {
        if (Wrong.Count > 0)
            Response.StatusCode = 422;
        if (await SessionStore.Find(work, session) is not { } found)
            return NotFound();
        (Session, Group) = (found, (await GroupStore.Find(work, found.GroupId))!.Name);
        if (Asks)
            Own = (await OwnSessions.Of(work, HttpContext.Person())).SingleOrDefault(own => own.Id == session);
        Queries = await queries.Of(work, session, Answers ? null : HttpContext.Person());
        Names = await people.Names(work, Queries.SelectMany(query => new[] { query.PersonId, query.AnsweredBy ?? query.PersonId }));
        return Page();
    }
}

/// <summary>What is said not to be right, as the form has it.</summary>
internal sealed class NotRightForm
{
    public static readonly IReadOnlyList<(string Code, string Words)> Choices =
    [
        ("there", "I was there"), ("not-there", "I was not there"), ("minutes", "The minutes are wrong"), ("presented", "I presented or followed a case up"),
        ("not-presented", "I did not present or follow a case up"), ("not-my-group", "This is not my group"), ("other", "Something else"),
    ];

    public Guid Id { get; set; }

    public string? About { get; set; }

    public string? Minutes { get; set; }

    public string? Words { get; set; }

    /// <summary>The whole of it as one line; nothing, and what is wrong where, if it cannot be right.</summary>
    public string? Read(Dictionary<string, string> wrong)
    {
        var chosen = Choices.SingleOrDefault(choice => choice.Code == About);
        if (chosen.Code is null)
            wrong["about-there"] = "Choose what is not right.";
        var minutes = int.TryParse(Minutes, out var read) && read is > 0 and <= Fences.SessionMinutes ? read : (int?)null;
        if (About == "minutes" && minutes is null)
            wrong["minutes"] = "Write how many minutes you were there, as a whole number.";
        var words = Words?.Trim() ?? "";
        if (About == "other" && words.Length == 0)
            wrong["words"] = "Write what is not right.";
        if (wrong.Count > 0)
            return null;
        var said = About switch { "other" => "", "minutes" => $"I was there for {minutes} minutes.", _ => chosen.Words + "." };
        return $"{said} {words}".Trim();
    }
}

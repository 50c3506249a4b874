using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One frozen evidence pack: to read and take along, what changed since, and the panel's ticks and questions rule by rule.</summary>
internal sealed class EvidencePackModel(
    PortfolioDatabase database, PersonStore people, EvidencePacks packs, Progress.Panel panel, PanelNotes notes) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadEvidence, new TraineeInPath("traineeId"));

    public Programme Programme { get; private set; } = null!;

    public KeptEvidence Kept { get; private set; } = null!;

    public EvidencePackContent Signed { get; private set; } = null!;

    public IReadOnlyList<EvidenceChange> Changes { get; private set; } = [];

    public IReadOnlyList<PanelNoteBody> Notes { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public Guid Me => HttpContext.Person();

    public bool OnPanel => HttpContext.Granted().Also(Rights.NotePanel);

    public bool MayAnswer => HttpContext.Granted().Also(Rights.AnswerPanel);

    public Dictionary<string, string> Wrong { get; } = [];

    public Dictionary<string, string> Typed { get; } = [];

    public async Task<IActionResult> OnGet(Guid programmeId, Guid traineeId, Guid evidencePackId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work, traineeId, evidencePackId);
    }

    public Task<IActionResult> OnPostTick(Guid programmeId, Guid traineeId, Guid evidencePackId, string rule, CancellationToken cancellation) =>
        Change<NewPanelNote>(programmeId, traineeId, evidencePackId, Rights.NotePanel, rule, _ => new NewPanelNote(rule), notes.Note, cancellation);

    public Task<IActionResult> OnPostAsk(Guid programmeId, Guid traineeId, Guid evidencePackId, string rule, string? question, CancellationToken cancellation) =>
        Change<NewPanelNote>(programmeId, traineeId, evidencePackId, Rights.NotePanel, rule,
            _ => Take(rule, question, "Write what you want to know.") is { } text ? new NewPanelNote(rule, text) : null, notes.Note, cancellation);

    public Task<IActionResult> OnPostAnswer(Guid programmeId, Guid traineeId, Guid evidencePackId, string rule, string? answer, CancellationToken cancellation) =>
        Change<NewPanelAnswer>(programmeId, traineeId, evidencePackId, Rights.AnswerPanel, rule,
            _ => Take(rule, answer, "Write an answer.") is { } text ? new NewPanelAnswer(rule, text) : null, notes.Answer, cancellation);

    private string? Take(string rule, string? typed, string asked)
    {
        var (text, wrong) = TypedText.Reason(typed, asked);
        Typed[rule] = typed ?? "";
        if (wrong is not null)
            Wrong[$"says-{rule}"] = wrong;
        return wrong is null ? text : null;
    }

    private async Task<IActionResult> Change<T>(
        Guid programme, Guid trainee, Guid pack, Right right, string rule, Func<KeptEvidence, T?> read, Func<Work, KeptEvidence, T, Creation, Task<Answer<Made>>> change,
        CancellationToken cancellation)
        where T : class
    {
        if (!HttpContext.Granted().Also(right))
            return NotFound();
        await using (var work = await database.Begin(programme, cancellation))
        {
            if (await EvidencePackStore.Find(work, trainee, pack) is not { } kept)
                return NotFound();
            if (read(kept) is { } body)
            {
                if (!(await change(work, kept, body, Creation.Of(HttpContext, null, body))).Refused(out var problem, out _))
                {
                    await work.Commit();
                    return Redirect(Request.Path + $"#rule-{rule}");
                }
                Wrong[""] = problem.Title;
            }
        }
        Response.StatusCode = 422;
        await using var again = await database.Begin(programme, cancellation);
        return await Show(again, trainee, pack);
    }

    private async Task<IActionResult> Show(Work work, Guid trainee, Guid pack)
    {
        Programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (await EvidencePackStore.Find(work, trainee, pack) is not { } kept || await panel.Frozen(work, kept) is not { } content || await packs.Frozen(work, kept) is not { } frozen)
            return NotFound();
        (Kept, Signed) = (kept, content);
        Changes = await EvidenceChangesStore.Of(work, Programme, kept, frozen);
        Notes = await notes.Of(work, [pack]);
        Names = await people.Names(work, [.. Notes.Select(note => note.By), .. kept.MadeBy is { } by ? [by] : Array.Empty<Guid>()]);
        return Page();
    }
}

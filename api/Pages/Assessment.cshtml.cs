using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Curricula;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One assessment: written, shown and signed by its assessor; read by whoever may.</summary>
internal sealed class AssessmentModel(PortfolioDatabase database, AssessmentReading reading, AssessmentDrafts drafts, AssessmentSigning signing, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadAssessment, new AssessmentInPath("assessmentId", "groupId"));

    public AssessmentBody Body { get; private set; } = null!;

    public AssessmentForm Form { get; private set; } = null!;

    public AssessmentFields Fields { get; private set; } = null!;

    public string Group { get; private set; } = "";

    /// <summary>Exactly what would be signed, once that was asked for.</summary>
    public SignedAssessment? ToSign { get; private set; }

    /// <summary>The curriculum items that the person's requirement proposes.</summary>
    public IReadOnlyList<(string Value, string Name)> Items { get; private set; } = [];

    public IReadOnlyList<string> Taken { get; private set; } = [];

    public bool Writes => HttpContext.Granted().Also(Rights.WriteAssessment) && Body.State is "draft" or "released";

    public bool Countersigns => Body is { State: "signed", NeedsCountersignature: true, CountersignedAt: null } && HttpContext.Granted().Also(Rights.CountersignAssessment) && Body.AssessorId != HttpContext.Person();

    public bool MaySign => Body is { State: "released" } && (Body.ReadAt is not null || Body.SignableFrom <= clock.GetUtcNow());

    public string List => $"/programmes/{RouteData.Values["programmeId"]}/groups/{RouteData.Values["groupId"]}/assessments";

    public Task<IActionResult> OnGet(Guid programmeId, Guid assessmentId) => In(programmeId, assessmentId, _ => Task.FromResult<IActionResult>(Page()));

    public Task<IActionResult> OnPostSave(Guid programmeId, Guid assessmentId, int seen) => In(programmeId, assessmentId, async work =>
    {
        if (!HttpContext.Granted().Also(Rights.WriteAssessment))
            return NotFound();
        Fields = AssessmentFields.Read(Form, await Request.ReadFormAsync(HttpContext.RequestAborted));
        return Fields.Body() is not { } body ? Again(422) : await Done(work, await drafts.Change(work, assessmentId, body, seen));
    });

    public Task<IActionResult> OnPostShow(Guid programmeId, Guid assessmentId) => In(programmeId, assessmentId, async work =>
        HttpContext.Granted().Also(Rights.WriteAssessment) ? await Done(work, await drafts.Release(work, assessmentId)) : NotFound());

    public Task<IActionResult> OnPostReview(Guid programmeId, Guid assessmentId, string[] items) =>
        Signs(programmeId, assessmentId, items, null);

    public Task<IActionResult> OnPostSign(Guid programmeId, Guid assessmentId, string[] items, string? hash) =>
        Signs(programmeId, assessmentId, items, hash ?? "");

    public Task<IActionResult> OnPostCountersign(Guid programmeId, Guid assessmentId, string? hash) => In(programmeId, assessmentId, async work =>
        HttpContext.Granted().Also(Rights.CountersignAssessment) && IsHash(hash)
            ? await Done(work, await drafts.Countersign(work, assessmentId, HttpContext.Person(), hash!, AssessmentEndpoints.Capacities(HttpContext.Granted().Roles))) : NotFound());

    private Task<IActionResult> Signs(Guid programme, Guid id, string[] items, string? hash) => In(programme, id, async work =>
    {
        if (!HttpContext.Granted().Also(Rights.WriteAssessment) || hash is not null && !IsHash(hash))
            return NotFound();
        Taken = [.. items.Where(item => Items.Any(known => known.Value == item)).Distinct()];
        var asked = new AssessmentSignature([.. Taken.Select(item => item.Split(' ', 2)).Select(parts => new ItemOfFramework(parts[0], parts[1]))], hash);
        if ((await signing.Sign(work, id, asked, HttpContext.Person())).Refused(out var problem, out var signed))
        {
            Fields = Fields.Told(problem.Code == Problems.ListChanged.Code ? problem with { Title = "Nothing was signed: it changed after you looked at it. Look again at what you would sign." } : problem, PageFrame.Of(HttpContext).Words);
            return Again(problem.Status);
        }
        if (hash is null)
        {
            ToSign = signed;
            return Page();
        }
        await work.Commit();
        return Redirect($"{List}/{id}");
    });

    private async Task<IActionResult> In(Guid programme, Guid id, Func<Work, Task<IActionResult>> act)
    {
        await using var work = await database.Begin(programme, HttpContext.RequestAborted);
        if (await AssessmentStore.Find(work, id) is not { } row)
            return NotFound();
        Body = await reading.Show(work, row, HttpContext.Granted().Roles);
        Form = (await FormStore.Find(work, row.FormKey, row.FormVersion))!;
        Group = (await GroupStore.Find(work, row.GroupId))!.Name;
        Fields = AssessmentFields.Of(Form, Body.Date, Body.Note, Body.Ratings);
        var pack = (await Assignments.Find(work, row.PersonId, row.AssessedOn))?.Pack;
        foreach (var competency in Writes ? pack?.Competencies ?? [] : [])
            if (await FrameworkStore.Find(work, competency.Framework, row.AssessedOn) is { } framework && framework.AppliesOn(row.AssessedOn) && framework.Item(competency.Code) is { } item)
                Items = [.. Items, ($"{competency.Framework} {competency.Code}", item.Title == item.Code ? item.Code : $"{item.Code} {item.Title}")];
        return await act(work);
    }

    private async Task<IActionResult> Done(Work work, Problem? problem)
    {
        if (problem is null)
        {
            await work.Commit();
            return Redirect($"{List}/{Body.Id}");
        }
        Fields = Fields.Told(problem, PageFrame.Of(HttpContext).Words);
        return Again(problem.Status);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}

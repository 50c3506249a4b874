using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>An assessment before whom it is about: they read it and say what they have to say, before it is signed.</summary>
internal sealed class AssessmentReadModel(PortfolioDatabase database, AssessmentDrafts drafts, AssessmentReading reading) : PageModel, IPageFor
{
    private static readonly PlainTextAttribute Fence = new(Fences.Note);

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.AnswerAssessment, new AssessmentInPath("assessmentId", "groupId"));

    public ShownAssessment Assessment { get; private set; } = null!;

    public string? Comment { get; private set; }

    public Dictionary<string, string> Wrong { get; } = [];

    public async Task<IActionResult> OnGet(Guid programmeId, Guid assessmentId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work, assessmentId);
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid assessmentId, string? comment, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        Comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        if (!Fence.IsValid(Comment))
            Wrong["comment"] = $"Write at most {Fences.Note} characters on one line.";
        else if (await drafts.Answer(work, assessmentId, Comment) is { } problem)
            Wrong["comment"] = problem.Title;
        if (Wrong.Count > 0)
            return await Show(work, assessmentId);
        await work.Commit();
        return Redirect($"/programmes/{programmeId}/trainees/{HttpContext.Person()}");
    }

    private async Task<IActionResult> Show(Work work, Guid assessment)
    {
        if (Wrong.Count > 0)
            Response.StatusCode = 422;
        if (await AssessmentStore.Find(work, assessment) is not { } row)
            return NotFound();
        Assessment = await ShownAssessment.InWords(work, await reading.Show(work, row, HttpContext.Granted().Roles));
        Comment ??= Assessment.Of.Comment;
        return Page();
    }
}

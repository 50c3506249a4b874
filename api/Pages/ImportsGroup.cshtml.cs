using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One group's sheets: how far each is, and the next one handed in.</summary>
internal sealed class ImportsGroupModel(PortfolioDatabase database, PaperSheets sheets) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.CheckSheets, new GroupInPath("groupId"));

    public GroupBody Group { get; private set; } = null!;

    public IReadOnlyList<PaperSheetSummary> Sheets { get; private set; } = [];

    public Dictionary<string, string> Wrong { get; } = [];

    public bool MayStage => HttpContext.Granted().Also(Rights.StageSheets);

    public bool MayConfirm => HttpContext.Granted().Also(Rights.ConfirmSheets);

    public async Task<IActionResult> OnGet(Guid programmeId, Guid groupId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        Group = (await GroupStore.Find(work, groupId))!;
        Sheets = (await sheets.List(work, groupId)).Sheets;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid groupId, IFormFile? sheet, CancellationToken cancellation)
    {
        if (!MayStage)
            return NotFound();
        if (sheet is not { Length: > 0 })
            Wrong["sheet"] = "Choose the file with the sheet.";
        else
            await using (var work = await database.Begin(programmeId, cancellation))
            {
                var findings = new Findings();
                await using var content = sheet.OpenReadStream();
                if (await sheets.Stage(work, (await ProgrammeStore.Find(work, programmeId))!, groupId, new("paper.csv", content), HttpContext.Person(), findings) is { } id)
                {
                    await work.Commit();
                    return Redirect($"{Request.Path}/{id:D}");
                }
                foreach (var finding in findings.Listed)
                    Wrong["sheet" + (Wrong.Count == 0 ? "" : $"-{Wrong.Count}")] = Text(finding.Line, finding.Column, finding.Value, finding.Fix);
            }
        Response.StatusCode = 422;
        return await OnGet(programmeId, groupId, cancellation);
    }

    /// <summary>A finding as a person reads it.</summary>
    public static string Text(int line, string column, string value, string fix) =>
        $"Line {line}{(column.Length > 0 ? $", {column}" : "")}: {(value.Length > 0 ? $"“{value}” should be" : "write")} {fix}.";
}

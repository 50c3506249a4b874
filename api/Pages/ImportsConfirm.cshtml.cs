using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Exactly what a leader's one signature brings in, and the button that signs it.</summary>
internal sealed class ImportsConfirmModel(PortfolioDatabase database, PaperConfirming confirming) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ConfirmSheets, new GroupInPath("groupId"));

    public Guid GroupId { get; private set; }

    public string Group { get; private set; } = "";

    public PaperConfirmation? List { get; private set; }

    public IReadOnlyList<string> Findings { get; private set; } = [];

    public Dictionary<string, string> Wrong { get; } = [];

    public async Task<IActionResult> OnGet(Guid programmeId, Guid groupId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        (GroupId, Group) = (groupId, (await GroupStore.Find(work, groupId))!.Name);
        if (!(await confirming.See(work, (await ProgrammeStore.Find(work, programmeId))!, groupId, HttpContext.Person())).Refused(out var problem, out var list))
            List = list;
        else if (problem.Code != Problems.NoSheetWaits.Code)
            Say(problem);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid groupId, string? listHash, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            var hash = listHash is { Length: 64 } && listHash.All(char.IsAsciiHexDigitLower) ? listHash : new string('0', 64);
            if (!(await confirming.Confirm(work, (await ProgrammeStore.Find(work, programmeId))!, groupId, HttpContext.Person(), hash)).Refused(out var problem, out _))
            {
                await work.Commit();
                return Redirect($"/programmes/{programmeId:D}/imports/{groupId:D}");
            }
            Say(problem);
        }
        return await OnGet(programmeId, groupId, cancellation);
    }

    private void Say(Problem problem)
    {
        Response.StatusCode = problem.Status;
        Wrong[""] = problem.Code == Problems.ListChanged.Code
            ? "Nothing was signed, because a sheet changed after you looked at it. This is what you would sign now."
            : "Nothing was signed. " + problem.Title;
        Findings = [.. (problem.Errors ?? []).Select(error => $"Line {error.Field}: {error.Message}")];
    }
}

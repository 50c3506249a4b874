using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>Where the short code is typed.</summary>
internal sealed partial class CheckInByCodeModel(PortfolioDatabase database, CheckIns checkIns) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.CheckIn, new PartOfProgramme());

    public string? Code { get; private set; }

    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnPost(Guid programmeId, string? code, CancellationToken cancellation)
    {
        Code = code is { Length: <= 20 } ? code.Trim() : null;
        var typed = Spaces().Replace(Code ?? "", "");
        if (!Typed().IsMatch(typed))
            return Again(422, "Type the six letters and figures that are shown.");
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await checkIns.Find(work, typed)).Refused(out var problem, out var session))
            return Again(problem.Status, CheckInWords.Of(problem, PageFrame.Of(HttpContext).Words));
        var here = $"/programmes/{programmeId}/check-in/{session.Id}";
        if ((await checkIns.CheckIn(work, session, HttpContext.Person(), new(typed))).Refused(out problem, out _))
        {
            if (problem.Code != Problems.CheckInOtherGroup.Code)
                return Again(problem.Status, CheckInWords.Of(problem, PageFrame.Of(HttpContext).Words));
            // Another group's: the next page asks whether they are visiting.
            CheckInCookie.Keep(HttpContext, programmeId, checkIns.Note(programmeId, session.Id));
            return Redirect(here);
        }
        await work.Commit();
        return Redirect(here);
    }

    private PageResult Again(int status, string wrong)
    {
        (Wrong, Response.StatusCode) = (wrong, status);
        return Page();
    }

    [GeneratedRegex("^[0-9A-Za-z]{6}$")]
    private static partial Regex Typed();

    [GeneratedRegex(@"[\s-]+")]
    private static partial Regex Spaces();
}

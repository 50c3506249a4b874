using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Exactly what a signature would sign, and the button that signs it.</summary>
internal sealed class RegisterReviewModel(PortfolioDatabase database, PersonStore people, Visitors visitors, Signatures signatures) : RegisterPage(people, visitors), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SignRegister, new SessionInPath("sessionId"));

    [BindProperty]
    public string? ListHash { get; set; }

    public SignOffListBody? List { get; private set; }

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await See(work, sessionId);
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            if (!(await signatures.Sign(work, Actor, sessionId, ListHash ?? "")).Refused(out var problem, out _))
            {
                await work.Commit();
                return Redirect(Address);
            }
            Refused = problem.Code == Problems.ListChanged.Code
                ? "Nothing was signed, because the register changed after you looked at it. This is what you would sign now."
                : "Nothing was signed. " + problem.Title;
            Response.StatusCode = problem.Status;
        }
        await using var again = await database.Begin(programmeId, cancellation);
        return await See(again, sessionId);
    }

    private async Task<IActionResult> See(Work work, Guid session)
    {
        if (await Load(work, session) is { } absent)
            return absent;
        if ((await signatures.See(work, Actor, session)).Refused(out var problem, out var list))
        {
            Refused ??= problem.Title;
            Response.StatusCode = problem.Status;
            return Page();
        }
        List = list;
        await work.Commit();
        return Page();
    }
}

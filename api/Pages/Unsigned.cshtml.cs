using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Registers of past sessions that nobody has signed, by leader, each with a link to send.</summary>
internal sealed class UnsignedModel(PortfolioDatabase database, PersonStore people, RegisterLinks links, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeCohort, new PartOfProgramme());

    public IReadOnlyList<UnsignedOfLeader> Leaders { get; private set; } = [];

    public IReadOnlyDictionary<Guid, DateOnly> Sent { get; private set; } = new Dictionary<Guid, DateOnly>();

    public bool LinksOn { get; private set; }

    public Guid? JustSent { get; private set; }

    public Dictionary<string, string> Wrong { get; } = [];

    public async Task OnGet(Guid programmeId, Guid? sent, CancellationToken cancellation)
    {
        JustSent = sent;
        await using var work = await database.Begin(programmeId, cancellation);
        await Show(work);
    }

    /// <param name="session">One of those on the page: whatever else is named here is not found.</param>
    public async Task<IActionResult> OnPost(Guid programmeId, Guid session, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            await Show(work);
            if (Leaders.FirstOrDefault(of => of.Registers.Any(register => register.SessionId == session)) is not { PersonId: { } leader } || await SessionStore.Find(work, session) is not { } found)
                return NotFound();
            var body = new NewLink(leader);
            if (!(await links.Send(work, found, body, Creation.Of(HttpContext, null, body))).Refused(out var problem, out _))
            {
                await work.Commit();
                return Redirect($"{Request.Path}?sent={session}");
            }
            Response.StatusCode = problem.Status;
            Wrong[""] = $"No link was sent. {problem.Title}";
        }
        return Page();
    }

    private async Task Show(Work work)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var today = programme.LocalDate(clock.GetUtcNow());
        var unsigned = await CohortStore.Unsigned(work, today, await HttpContext.Sites(work, clock));
        var names = await people.Names(work, unsigned.Select(register => register.LeaderId).OfType<Guid>());
        Leaders = CohortCover.ByLeader(unsigned, names, today);
        LinksOn = await LinkSettings.On(work);
        Sent = (await LinksSent.Last(work, [.. unsigned.Select(register => register.SessionId)])).ToDictionary(each => each.Key, each => programme.LocalDate(each.Value));
    }
}

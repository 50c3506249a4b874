using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Progress;

namespace Portfolio.Api.Pages;

/// <summary>Whom somebody supervises: whoever stands out first.</summary>
internal sealed class SupervisingModel(PortfolioDatabase database, PersonStore people, ConfirmationWaiting waiting, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeWaiting, new PartOfProgramme());

    public IReadOnlyList<SupervisedTrainee> Trainees { get; private set; } = [];

    public async Task OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var day = (await ProgrammeStore.Find(work, programmeId))!.LocalDate(clock.GetUtcNow());
        Trainees = await Supervised.Of(work, people, waiting, HttpContext.Person(), day);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Everybody of one's sites: a table, a plot of progress against time, and the same as a sheet.</summary>
internal sealed class CohortModel(PortfolioDatabase database, PersonStore people, TimeProvider clock) : PageModel, IPageFor
{
    public static readonly IReadOnlyList<(string Key, string Name)> Sorts =
        [("name", "Name"), ("grade", "Grade"), ("site", "Site"), ("state", "Stands"), ("deadline", "To be met by")];

    public static readonly IReadOnlyList<(string Key, string Name)> States =
        [("not-possible", "Not possible in time"), ("behind", "Behind"), ("on-track", "On track"), ("met", "Met"), ("none", "No requirement")];

    private IReadOnlyDictionary<Guid, TraineeProgress?> progress = new Dictionary<Guid, TraineeProgress?>();

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeCohort, new PartOfProgramme());

    public DateOnly Day { get; private set; }

    public IReadOnlyList<CohortTrainee> Trainees { get; private set; } = [];

    public int All { get; private set; }

    public IReadOnlyList<string> Sites { get; private set; } = [];

    public IReadOnlyList<PlotPoint> Plot { get; private set; } = [];

    public string? Site { get; private set; }

    public string? State { get; private set; }

    public string Sort { get; private set; } = "name";

    public TraineeProgress? ProgressOf(Guid person) => progress.GetValueOrDefault(person);

    public async Task OnGet(Guid programmeId, string? site, string? state, string? sort, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await Read(work, site, state, sort);
        Plot = CohortPlot.Of(Trainees, await CohortStore.FirstDays(work, [.. Trainees.Select(trainee => trainee.PersonId)]), Day);
    }

    public async Task<IActionResult> OnGetSheet(Guid programmeId, string? site, string? state, string? sort, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await Read(work, site, state, sort);
        return File(CohortSheet.Write(new(Day, Trainees)), $"{SheetFile.Type}; charset=utf-8", $"cohort-{Day:yyyy-MM-dd}.csv");
    }

    /// <summary>The page's own address with another choice.</summary>
    public string With(string? sort = null, string? handler = null) => QueryString.Create(
        new[] { ("site", Site), ("state", State), ("sort", sort ?? Sort), ("handler", handler) }.Where(each => each.Item2 is not null)
            .Select(each => KeyValuePair.Create(each.Item1, each.Item2))).Value!;

    private async Task Read(Work work, string? site, string? state, string? sort)
    {
        Day = (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow());
        var seen = await CohortEndpoints.Seen(work, people, Day, await HttpContext.Sites(work, clock));
        All = seen.Count;
        Sites = [.. seen.Select(each => each.Trainee.Site).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        progress = seen.ToDictionary(each => each.Trainee.PersonId, each => each.Progress);
        Site = Sites.Contains(site) ? site : null;
        State = States.Any(each => each.Key == state) ? state : null;
        Sort = Sorts.Any(each => each.Key == sort) ? sort! : "name";
        Trainees = new CohortQuestion(Site, null, State, null, Sort).Of(seen.Select(each => each.Trainee));
    }
}

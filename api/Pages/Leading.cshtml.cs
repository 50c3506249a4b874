using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>What a leader has led, for their own portfolio and revalidation.</summary>
internal sealed class LeadingModel(PortfolioDatabase database) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeOwnGroups, new PartOfProgramme());

    /// <summary>By training year, the newest first.</summary>
    public IReadOnlyList<(DateOnly Year, IReadOnlyList<LedSession> Led)> Years { get; private set; } = [];

    public Guid PersonId => HttpContext.Person();

    public string Home => $"/programmes/{RouteData.Values["programmeId"]}";

    public string Records => $"/v1/programmes/{RouteData.Values["programmeId"]}/records";

    public async Task OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        Years = [.. (await LeadingStore.Of(work, HttpContext.Person())).GroupBy(led => GroupYear.StartOf(led.HeldOn)).Select(year => (year.Key, (IReadOnlyList<LedSession>)[.. year]))];
    }

    /// <summary>Hours and minutes, as people say them.</summary>
    public static string Hours(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => Days.Count(rest, "minute"), (var hours, 0) => Days.Count(hours, "hour"), var (hours, rest) => $"{Days.Count(hours, "hour")} and {Days.Count(rest, "minute")}",
    };
}

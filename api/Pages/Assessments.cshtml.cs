using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>The assessments of a group, for whoever writes them: which are due, and what they wrote.</summary>
internal sealed class AssessmentsModel(PortfolioDatabase database, PersonStore people, AssessmentReading reading, TimeProvider clock) : PageModel, IPageFor
{
    private static readonly HashSet<Role> Assessor = [Role.Assessor];

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.OpenAssessment, new AssessmentsOfGroupInPath("groupId"));

    public string Group { get; private set; } = "";

    public DateOnly Today { get; private set; }

    /// <summary>Nothing for whoever does not lead the group today.</summary>
    public IReadOnlyList<DueAssessment>? Due { get; private set; }

    public IReadOnlyList<AssessmentBody> Mine { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Members { get; private set; } = [];

    public string Self => $"/programmes/{RouteData.Values["programmeId"]}/groups/{RouteData.Values["groupId"]}";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid groupId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await GroupStore.Find(work, groupId) is not { } group)
            return NotFound();
        (Group, Today) = (group.Name, PageFrame.Of(HttpContext).Programme!.LocalDate(clock.GetUtcNow()));
        if (HttpContext.Granted().Also(Rights.SeeDueAssessments))
            Due = await DueAssessmentList.Of(work, people, groupId, Today);
        Mine = await reading.Show(work, await AssessmentStore.By(work, groupId, HttpContext.Person()), Assessor);
        Guid[] members = [.. (await PlaceStore.Members(work, groupId)).Where(place => place.As == "member" && place.From <= Today && !(place.Until < Today)).Select(place => place.PersonId)];
        Members = [.. (await people.Names(work, members)).Where(person => person.Key != HttpContext.Person()).Select(person => (person.Key, person.Value)).OrderBy(person => person.Value, StringComparer.CurrentCulture)];
        return Page();
    }
}

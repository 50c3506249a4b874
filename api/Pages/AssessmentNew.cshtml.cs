using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>An assessment that is begun: kept as a draft that its writer alone sees.</summary>
internal sealed class AssessmentNewModel(PortfolioDatabase database, PersonStore people, AssessmentDrafts drafts, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.OpenAssessment, new AssessmentsOfGroupInPath("groupId"));

    public string PersonName { get; private set; } = "";

    public Guid PersonId { get; private set; }

    /// <summary>Made with the form, so that a button pressed twice makes one draft.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public IReadOnlyList<AssessmentForm> Forms { get; private set; } = [];

    public AssessmentFields Fields { get; private set; } = null!;

    /// <summary>The types of form that the person's requirement counts.</summary>
    public IReadOnlySet<string> Counted { get; private set; } = new HashSet<string>();

    public string List => $"/programmes/{RouteData.Values["programmeId"]}/groups/{RouteData.Values["groupId"]}/assessments";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid groupId, Guid person, string? form, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await Load(work, groupId, person) || Chosen(form) is not { } chosen)
            return NotFound();
        Fields = AssessmentFields.Of(chosen, Today, null, []);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid programmeId, Guid groupId, Guid person, Guid id, string? form, string? formVersion, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await Load(work, groupId, person) || form is not { Length: <= 64 } || !int.TryParse(formVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || await FormStore.Find(work, form, version) is not { } chosen)
            return NotFound();
        (Id, Fields) = (id == Guid.Empty ? Id : id, AssessmentFields.Read(chosen, await Request.ReadFormAsync(cancellation)));
        if (Fields.Body() is not { } body)
            return Again(422);
        var asked = new NewAssessment(person, chosen.Id, body.Date, body.Ratings, chosen.Version, body.Note, Id);
        if ((await drafts.Open(work, groupId, HttpContext.Person(), asked, Creation.Of(HttpContext, Id, asked))).Refused(out var problem, out _))
        {
            Fields = Fields.Told(problem, PageFrame.Of(HttpContext).Words);
            return Again(problem.Status);
        }
        await work.Commit();
        return Redirect($"{List}/{Id}");
    }

    private DateOnly Today => PageFrame.Of(HttpContext).Programme!.LocalDate(clock.GetUtcNow());

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    // Whoever was ever in the group: of which day one may be is judged when it is kept.
    private async Task<bool> Load(Work work, Guid group, Guid person)
    {
        if ((await PlaceStore.Members(work, group)).All(place => place.PersonId != person) || !(await people.Names(work, [person])).TryGetValue(person, out var name))
            return false;
        (PersonId, PersonName) = (person, name);
        Counted = (await Assignments.Find(work, person, Today))?.Pack.Rules.OfType<AssessmentsRule>().Select(rule => rule.Type).ToHashSet() ?? [];
        Forms = [.. (await FormStore.All(work)).GroupBy(form => form.Id).Select(versions => versions.MaxBy(form => form.Version)!)];
        return true;
    }

    // The form that the person's requirement counts, where one is loaded.
    private AssessmentForm? Chosen(string? asked) =>
        Forms.FirstOrDefault(form => form.Id == asked) ?? Forms.FirstOrDefault(form => Counted.Contains(form.Type)) ?? (Forms is [var first, ..] ? first : null);
}

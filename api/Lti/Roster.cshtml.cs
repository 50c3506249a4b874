using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.Pages;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Lti;

/// <summary>A course's roster as proposals: who is new, who is gone, whom nobody here matches. Whoever looks after the group takes each, or all.</summary>
internal sealed class RosterModel(PortfolioDatabase database, LtiRosters rosters, TimeProvider clock) : PageModel, IPageFor
{
    private const int Most = 500;

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepPlaces, new GroupInPath("groupId"));

    public string GroupName { get; private set; } = "";

    public IReadOnlyList<LtiCourseBody> Courses { get; private set; } = [];

    public LtiCourseBody? Linked => Courses.FirstOrDefault(course => course.GroupId is not null);

    public LtiRosterBody? Roster { get; private set; }

    public string? Done { get; private set; }

    public Dictionary<string, string> Wrong { get; } = [];

    public static string By(string by) => by switch { "account" => "their account there", "number" => "their professional number", _ => "their e-mail address" };

    /// <param name="added">How many were added, after that.</param>
    /// <param name="ended">How many memberships were ended.</param>
    public async Task<IActionResult> OnGet(Guid programmeId, Guid groupId, int? added, int? ended, CancellationToken cancellation)
    {
        if (added is not null || ended is not null)
            Done = $"{Wording.First(Days.Count(added ?? 0, "member"))} added, {Days.Count(ended ?? 0, "membership")} ended.";
        return await Show(programmeId, groupId, cancellation);
    }

    public async Task<IActionResult> OnPostLink(Guid programmeId, Guid groupId, Guid course, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            if ((await LtiCourses.For(work, groupId)).All(one => one.Id != course))
                return NotFound();
            await LtiCourses.Link(work, groupId, course, HttpContext.Person(), clock.GetUtcNow());
            await work.Commit();
        }
        return Redirect(Request.Path);
    }

    public async Task<IActionResult> OnPostRead(Guid programmeId, Guid groupId, CancellationToken cancellation)
    {
        if ((await rosters.Read(programmeId, groupId, cancellation)).Refused(out var problem, out var roster))
            Wrong[""] = $"{problem.Title} {problem.Detail}".TrimEnd();
        else
            Roster = roster;
        return await Show(programmeId, groupId, cancellation);
    }

    /// <summary>The ids come back from the page; whether each can be added or ended is asked of our own facts alone.</summary>
    public async Task<IActionResult> OnPostAccept(
        Guid programmeId, Guid groupId, Guid[] add, Guid[] end, Guid[] everybody, Guid[] everyEnd, bool all, CancellationToken cancellation)
    {
        var (adding, ending) = all ? (everybody, everyEnd) : (add, end);
        var today = PageFrame.Of(HttpContext).Programme!.LocalDate(clock.GetUtcNow());
        var (added, ended) = (0, 0);
        await using var work = await database.Begin(programmeId, cancellation);
        var there = (await PlaceStore.Members(work, groupId)).Where(place => !(place.Until < today)).ToList();
        foreach (var person in adding.Distinct().Take(Most).Where(person => there.All(place => place.PersonId != person)))
        {
            var body = new NewMembership(person, "member", today);
            if ((await PlaceStore.AddMember(work, groupId, body, Creation.Of(HttpContext, null, body))).Refused(out var problem, out _))
                return await Refused(problem, programmeId, groupId, cancellation);
            added++;
        }
        foreach (var membership in ending.Distinct().Take(Most).Where(id => there.Any(place => place.Id == id && place.Until is null)))
        {
            if (await PlaceStore.EndMembership(work, groupId, membership, today) is { } problem)
                return await Refused(problem, programmeId, groupId, cancellation);
            ended++;
        }
        await work.Commit();
        return Redirect($"{Request.Path}?added={added}&ended={ended}");
    }

    private Task<IActionResult> Refused(Problem problem, Guid programme, Guid group, CancellationToken cancellation)
    {
        Wrong[""] = problem.Title;
        Response.StatusCode = problem.Status;
        return Show(programme, group, cancellation);
    }

    private async Task<IActionResult> Show(Guid programme, Guid group, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (await GroupStore.Find(work, group) is not { } found)
            return NotFound();
        (GroupName, Courses) = (found.Name, [.. (await LtiCourses.For(work, group)).Select(course => course.ToBody())]);
        return Page();
    }
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Lti;

internal static class LtiCourseEndpoints
{
    public static void MapLtiCourses(this IEndpointRouteBuilder routes)
    {
        var courses = routes.MapGroup("/v1/programmes/{programmeId:guid}/lti/courses").WithTags("LTI").May(Rights.KeepPlatforms, new WholeProgramme());
        courses.MapGet("/", All).WithName("ListLtiCourses").WithSummary("The courses from which somebody came");
        courses.MapPut("/{courseId:guid}/scores", Score).WithName("SetLtiScores").WithSummary("Write to a platform with this course's line items; each trainee still has to permit it")
            .Refuses(Problems.PlatformUnknown, Problems.LtiNoScores, Problems.AdapterStays, Problems.ReceiverForbidden, Problems.Conflict);

        var groups = routes.MapGroup("/v1/programmes/{programmeId:guid}/groups/{groupId:guid}/course").WithTags("LTI").May(Rights.KeepPlaces, new GroupInPath("groupId"));
        groups.MapGet("/", Of).WithName("ListLtiCoursesOfGroup").WithSummary("The course that is linked to the group, and those that can be");
        groups.MapPut("/", Link).WithName("LinkLtiCourse").WithSummary("From which course the group's members come, in place of the one before").Refuses(Problems.LtiCourseUnknown);
        groups.MapPost("/roster", Roster).WithName("ReadLtiRoster").WithSummary("Read the course's roster: who is new, who is gone, whom nobody here matches. Nothing is changed by it")
            .Refuses(Problems.LtiNoRoster, Problems.LtiRosterNotRead);
    }

    private static async Task<Ok<LtiCourseList>> All(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new LtiCourseList([.. (await LtiCourses.All(work)).Select(course => course.ToBody())]));
    }

    private static async Task<Ok<LtiCourseList>> Of(Guid programmeId, Guid groupId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new LtiCourseList([.. (await LtiCourses.For(work, groupId)).Select(course => course.ToBody())]));
    }

    private static async Task<Results<Ok<LtiCourseBody>, Refused>> Link(
        Guid programmeId, Guid groupId, LtiCourseLink body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await LtiCourses.For(work, groupId)).All(course => course.Id != body.CourseId))
            return Problems.LtiCourseUnknown.ToResult();
        await LtiCourses.Link(work, groupId, body.CourseId, http.Person(), clock.GetUtcNow());
        var linked = (await LtiCourses.Find(work, body.CourseId))!;
        await work.Commit();
        return TypedResults.Ok(linked.ToBody());
    }

    private static async Task<Results<Ok<LtiRosterBody>, Refused>> Roster(Guid programmeId, Guid groupId, LtiRosters rosters, CancellationToken cancellation) =>
        (await rosters.Read(programmeId, groupId, cancellation)).Refused(out var problem, out var roster) ? problem.ToResult() : TypedResults.Ok(roster);

    private static async Task<Results<Ok<LtiCourseBody>, Refused>> Score(
        Guid programmeId, Guid courseId, LtiScores body, PortfolioDatabase database, Deliveries.Adapters adapters, PlatformSeal seal, GuardSettings reach, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await LtiCourses.Find(work, courseId) is not { } course)
            return Problems.NotFound.ToResult();
        if (course.LineItemsUrl is null)
            return Problems.LtiNoScores.ToResult();
        if (await PlatformStore.Find(work, body.PlatformId) is not { EndedAt: null })
            return Problems.PlatformUnknown.ToResult();
        if (adapters.Find(body.Adapter)?.Description is not { } adapter || adapter.Settings.All(setting => setting.Name != "lineItemsUrl"))
            return Problems.InvalidBody.At(new FieldError("$.adapter", "Write the name of an adapter that writes scores.")).ToResult();
        var outward = new OutwardPlatform(body.Adapter, await Settings(work, adapter, course, body.PlatformId, seal), body.Receiver, body.Country, body.Agreement);
        if ((await OutwardEndpoints.Keep(work, body.PlatformId, outward, adapter, seal, reach, clock.GetUtcNow())).Refused(out var problem, out _))
            return problem.ToResult();
        await LtiCourses.Score(work, courseId, body.PlatformId, clock.GetUtcNow());
        var scored = (await LtiCourses.Find(work, courseId))!;
        await work.Commit();
        return TypedResults.Ok(scored.ToBody());
    }

    // What the launch told, by the names that adapters have for it; what else was set stays.
    private static async Task<IReadOnlyList<SettingValue>> Settings(Work work, AdapterDescription adapter, LtiCourse course, Guid platform, PlatformSeal seal)
    {
        var registration = (await LtiRegistrations.Find(work, course.RegistrationId))!;
        var before = await OutwardStore.Hold(work, platform) is { } there ? seal.Open(work.Programme, platform, there.Settings) : new Dictionary<string, string>();
        var told = new Dictionary<string, string?>
        {
            ["clientId"] = registration.ClientId, ["tokenUrl"] = registration.TokenUrl, ["lineItemsUrl"] = course.LineItemsUrl, ["membershipsUrl"] = course.MembershipsUrl,
        };
        if (!before.ContainsKey("siteUrl"))
            told["siteUrl"] = registration.Origins.First();
        var named = adapter.Settings.Where(setting => setting.Whose == SettingOwner.Programme).Select(setting => setting.Name).ToHashSet();
        return
        [
            .. before.Keys.Where(name => !told.ContainsKey(name)).Select(name => new SettingValue(name, null)),
            .. told.Where(each => each.Value is not null && named.Contains(each.Key)).Select(each => new SettingValue(each.Key, each.Value)),
        ];
    }
}

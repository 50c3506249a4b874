using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>A rhythm is the group's; the sessions that are planned by it are made here.</summary>
internal static class ScheduleEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/groups/{groupId:guid}/schedule";

    public static void MapSchedules(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup(Path).WithTags("Sessions").May(Rights.SeeHowGroupMeets, new GroupInPath("groupId"));
        readers.MapGet("/", List).WithName("ListSchedules").WithSummary("The rhythms by which a group's sessions were planned");
        var planners = routes.MapGroup(Path).WithTags("Sessions").May(Rights.PlanSessions, new GroupInPath("groupId"));
        planners.MapPost("/", Plan).WithName("PlanSchedule").WithSummary("Plan sessions ahead by a rhythm; those that are there already are kept")
            .Refuses(Problems.DatesReversed, Problems.ScheduleRefused, Problems.NoSuchLocalTime, Problems.IdTaken);
    }

    private static async Task<Ok<ScheduleList>> List(Guid programmeId, Guid groupId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new ScheduleList(await ScheduleStore.Of(work, groupId)));
    }

    private static async Task<Results<Created<ScheduleBody>, Ok<ScheduleBody>, Refused>> Plan(
        Guid programmeId, Guid groupId, NewSchedule body, HttpContext http, PortfolioDatabase database, CancellationToken cancellation)
    {
        if (Schedule.Days(body).Refused(out var problem, out var days))
            return problem.ToResult();
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if (days.Where(day => programme.At(day, body.StartsAt) is null).Cast<DateOnly?>().FirstOrDefault() is { } skipped)
            return Problems.NoSuchLocalTime.At(new FieldError("$.startsAt", $"The clocks go forward over that time on {skipped:yyyy-MM-dd}; write another, or pause that day.")).ToResult();
        if ((await ScheduleStore.Add(work, groupId, body, creation)).Refused(out problem, out var made))
            return problem.ToResult();
        if (made.Now)
            await SessionStore.Plan(work, groupId, body, days, creation);
        var planned = (await ScheduleStore.Of(work, groupId)).Single(schedule => schedule.Id == creation.Id);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}", planned);
    }
}

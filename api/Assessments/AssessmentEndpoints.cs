using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>An assessment until it is signed, and countersigning it. Signing and withdrawing are told where records are.</summary>
internal static class AssessmentEndpoints
{
    /// <summary>The assessments of a group.</summary>
    public const string Path = "/v1/programmes/{programmeId:guid}/groups/{groupId:guid}/assessments";

    private static readonly Problem[] Judged =
        [Problems.RatingsRefused, Problems.OwnAssessment, Problems.AssessmentDate, Problems.NotAssessed, Problems.SessionsTogetherFirst, Problems.NotYoursToAssess, Problems.AssessmentExists, Problems.NamesAnotherMember, Problems.PersonErased];

    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var leaders = routes.MapGroup(Path).WithTags("Assessments").May(Rights.OpenAssessment, new AssessmentsOfGroupInPath("groupId"));
        leaders.MapPost("/", Open).WithName("OpenAssessment").WithSummary("Open an assessment of a member, as a draft")
            .Refuses([Problems.AssessmentFormUnknown, Problems.PersonUnknown, Problems.IdTaken, .. Judged]);
        leaders.MapGet("/", Mine).WithName("ListOwnAssessments").WithSummary("What one has written of the group's members");

        var one = new AssessmentInPath("assessmentId", "groupId");
        var readers = routes.MapGroup(Path + "/{assessmentId:guid}").WithTags("Assessments").May(Rights.ReadAssessment, one);
        readers.MapGet("/", Read).WithName("ReadAssessment").WithSummary("One assessment").TellsVersion();
        var assessors = routes.MapGroup(Path + "/{assessmentId:guid}").WithTags("Assessments").May(Rights.WriteAssessment, one);
        assessors.MapPut("/", Change).WithName("ChangeAssessment").WithSummary("Change an assessment before it is signed; what was shown is a draft again").TellsVersion()
            .Refuses([Problems.VersionNeeded, Problems.VersionStale, Problems.AssessmentSigned, Problems.AssessmentOver, .. Judged]);
        assessors.MapPost("/release", Release).WithName("ReleaseAssessment").WithSummary("Show an assessment to whom it is about, who reads it before it is signed").TellsVersion()
            .Refuses(Problems.AssessmentSigned, Problems.AssessmentOver);
        var person = routes.MapGroup(Path + "/{assessmentId:guid}").WithTags("Assessments").May(Rights.AnswerAssessment, one);
        person.MapPost("/reading", Answer).WithName("AnswerAssessment").WithSummary("Say that one has read it, and comment on it").TellsVersion()
            .Refuses(Problems.AssessmentSigned, Problems.AssessmentOver, Problems.NamesAnotherMember, Problems.PersonErased);
        var others = routes.MapGroup(Path + "/{assessmentId:guid}").WithTags("Assessments").May(Rights.CountersignAssessment, one);
        others.MapPost("/countersignature", Countersign).WithName("CountersignAssessment").WithSummary("Countersign what the assessor signed").TellsVersion()
            .Refuses(Problems.AssessmentNotSigned, Problems.AssessmentOver, Problems.NotYoursToCountersign, Problems.ListChanged);

        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/assessments").WithTags("Assessments").May(Rights.ListAssessments, new PersonInPath("personId"));
        people.MapGet("/", About).WithName("ListAssessments").WithSummary("Somebody's assessments: what was shown to them, and to others what was signed");
    }

    private static async Task<Results<Created<AssessmentBody>, Ok<AssessmentBody>, Refused>> Open(
        Guid programmeId, Guid groupId, NewAssessment body, HttpContext http, PortfolioDatabase database, AssessmentDrafts drafts, AssessmentReading reading)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if (await GroupStore.Find(work, groupId) is null)
            return Problems.NotFound.ToResult();
        if ((await drafts.Open(work, groupId, http.Person(), body, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var shown = await reading.Show(work, (await AssessmentStore.Find(work, creation.Id))!, Assessor);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", shown);
    }

    private static async Task<Ok<AssessmentList>> Mine(Guid programmeId, Guid groupId, HttpContext http, PortfolioDatabase database, AssessmentReading reading)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        return TypedResults.Ok(new AssessmentList(await reading.Show(work, await AssessmentStore.By(work, groupId, http.Person()), Assessor)));
    }

    private static async Task<Ok<AssessmentList>> About(Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, AssessmentReading reading)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var rows = await AssessmentStore.About(work, personId, themselves: http.Person() == personId);
        return TypedResults.Ok(new AssessmentList(await reading.Show(work, rows, http.Granted().Roles)));
    }

    private static Task<Results<Ok<AssessmentBody>, Refused>> Read(
        Guid programmeId, Guid groupId, Guid assessmentId, HttpContext http, PortfolioDatabase database, AssessmentReading reading) =>
        Do(programmeId, assessmentId, http, database, reading, act: null);

    private static Task<Results<Ok<AssessmentBody>, Refused>> Change(
        Guid programmeId, Guid groupId, Guid assessmentId, ChangedAssessment body, HttpContext http, PortfolioDatabase database, AssessmentDrafts drafts, AssessmentReading reading) =>
        Do(programmeId, assessmentId, http, database, reading, async work =>
            http.SeenVersion().Refused(out var problem, out var seen) ? problem : await drafts.Change(work, assessmentId, body, seen.Version));

    private static Task<Results<Ok<AssessmentBody>, Refused>> Release(
        Guid programmeId, Guid groupId, Guid assessmentId, HttpContext http, PortfolioDatabase database, AssessmentDrafts drafts, AssessmentReading reading) =>
        Do(programmeId, assessmentId, http, database, reading, work => drafts.Release(work, assessmentId));

    private static Task<Results<Ok<AssessmentBody>, Refused>> Answer(
        Guid programmeId, Guid groupId, Guid assessmentId, AssessmentComment body, HttpContext http, PortfolioDatabase database, AssessmentDrafts drafts, AssessmentReading reading) =>
        Do(programmeId, assessmentId, http, database, reading, work => drafts.Answer(work, assessmentId, body.Comment));

    private static Task<Results<Ok<AssessmentBody>, Refused>> Countersign(
        Guid programmeId, Guid groupId, Guid assessmentId, Countersignature body, HttpContext http, PortfolioDatabase database, AssessmentDrafts drafts, AssessmentReading reading) =>
        Do(programmeId, assessmentId, http, database, reading, work => drafts.Countersign(work, assessmentId, http.Person(), body.Hash, Capacities(http.Granted().Roles)));

    private static async Task<Results<Ok<AssessmentBody>, Refused>> Do(
        Guid programmeId, Guid id, HttpContext http, PortfolioDatabase database, AssessmentReading reading, Func<Work, Task<Problem?>>? act)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var before = await AssessmentStore.Find(work, id);
        if (act is not null && await act(work) is { } problem)
            return problem.ToResult();
        if (await AssessmentStore.Find(work, id) is not { } row)
            return Problems.NotFound.ToResult();
        var shown = await reading.Show(work, row, http.Granted().Roles);
        // The same said again is no change.
        if (row.Version != before?.Version)
            await work.Commit();
        http.Tag(shown.Version);
        return TypedResults.Ok(shown);
    }

    private static readonly HashSet<Role> Assessor = [Role.Assessor];

    /// <summary>What roles are in the words of forms.</summary>
    public static IReadOnlyList<string> Capacities(IEnumerable<Role> roles) => [.. roles.Select(Word).OfType<string>()];

    private static string? Word(Role role) => role switch
    {
        Role.Leader => "leader", Role.EducationalSupervisor => "educational-supervisor", Role.Tutor => "tutor", _ => null,
    };
}

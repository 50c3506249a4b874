using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

internal static class MeetingFormEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/meeting-forms";

    public static void MapMeetingForms(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup(Path).WithTags("Groups").May(Rights.SeeProgramme, new PartOfProgramme());
        people.MapGet("/", List).WithName("ListMeetingForms").WithSummary("The forms of meeting: those that every programme has, then its own");

        var keepers = routes.MapGroup(Path).WithTags("Groups").May(Rights.KeepMeetingForms, new WholeProgramme());
        keepers.MapPost("/", Add).WithName("AddMeetingForm").WithSummary("A form of meeting of the programme's own")
            .Refuses(Problems.MeetingFormKeyTaken, Problems.SizeReversed, Problems.IdTaken);
    }

    private static async Task<Ok<MeetingFormList>> List(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new MeetingFormList([.. (await MeetingFormStore.All(work)).Select(form => form.ToBody())]));
    }

    private static async Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> Add(
        Guid programmeId, NewMeetingForm body, HttpContext http, PortfolioDatabase database, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await MeetingFormStore.Add(work, body, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}", new FactBody(creation.Id));
    }
}

using System.Text;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class AnswersEndpoints
{
    private const string Json = "application/json", Text = "text/plain";

    public static void MapAnswers(this IEndpointRouteBuilder routes)
    {
        var officers = routes.MapGroup("/v1/programmes/{programmeId:guid}/answers").WithTags("Privacy").May(Rights.AnswerRequests, new WholeProgramme());
        officers.MapGet("/patient", Patient).WithName("AnswerPatient").WithSummary("A ready answer to a patient who asks what is held, as facts or as a letter")
            .Produces<RequestAnswer>(200, Json, Text).Refuses(Problems.NotAcceptable);
        officers.MapGet("/court", Court).WithName("AnswerCourt").WithSummary("A ready answer to a court, about the programme or about one person of it")
            .Produces<RequestAnswer>(200, Json, Text).Refuses(Problems.NotAcceptable, Problems.NotFound);
        officers.MapGet("/person", Person).WithName("AnswerPerson").WithSummary("A ready answer to a person of the programme who asks what is held about them")
            .Produces<RequestAnswer>(200, Json, Text).Refuses(Problems.NotAcceptable, Problems.NotFound);
    }

    private static Task<IResult> Patient(Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        Answer(http, database, programmeId, async work => Answers.Patient(await AnswersFacts.Of(work, clock.GetUtcNow())));

    private static Task<IResult> Court(Guid programmeId, Guid? personId, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        Answer(http, database, programmeId, async work => (personId is { } person
            ? await AnswersFacts.Of(work, person, clock.GetUtcNow())
            : await AnswersFacts.Of(work, clock.GetUtcNow())) is { } facts ? Answers.Court(facts) : null);

    private static Task<IResult> Person(Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        Answer(http, database, programmeId, async work => await AnswersFacts.Of(work, personId, clock.GetUtcNow()) is { } facts ? Answers.Person(facts) : null);

    private static async Task<IResult> Answer(HttpContext http, PortfolioDatabase database, Guid programme, Func<Work, Task<RequestAnswer?>> of)
    {
        http.Response.Headers.Vary = "Accept";
        if (http.Request.Form(Json, Text) is not { } form)
            return Problems.NotAcceptable.Because($"Ask for {Json} or {Text}.").ToResult();
        await using var work = await database.Begin(programme, http.RequestAborted);
        return await of(work) switch
        {
            null => Problems.NotFound.ToResult(),
            { } answer when form == Text => TypedResults.Text(answer.Letter, Text, Encoding.UTF8),
            var answer => TypedResults.Ok(answer),
        };
    }
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

internal static class SessionQueryEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/sessions/{sessionId:guid}/queries";

    public static void MapSessionQueries(this IEndpointRouteBuilder routes)
    {
        var askers = routes.MapGroup(Path).WithTags("Sessions").May(Rights.QueryRegister, new SessionOfOneselfInPath("sessionId"));
        askers.MapPost("/", Ask).WithName("QueryRegister").WithSummary("Say that a session is not right, signed or not").Refuses(Problems.IdTaken);
        askers.MapGet("/", List).WithName("ListQueries").WithSummary("What is said not to be right: one's own, or all of it for whoever may sign");
        var signers = routes.MapGroup(Path + "/{queryId:guid}").WithTags("Sessions").May(Rights.AnswerQuery, new SessionInPath("sessionId"));
        signers.MapPost("/answer", Answer).WithName("AnswerQuery").WithSummary("Answer a query where there is nothing to correct")
            .Refuses(Problems.AnsweredAlready, Problems.PersonErased);
    }

    private static async Task<Results<Created<QueryBody>, Ok<QueryBody>, Refused>> Ask(
        Guid programmeId, Guid sessionId, NewQuery body, HttpContext http, PortfolioDatabase database, SessionQueries queries, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var creation = Creation.Of(http, body.Id, body);
        if ((await queries.Ask(work, sessionId, body, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var query = (await queries.Find(work, sessionId, creation.Id))!;
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", query);
    }

    private static async Task<Ok<QueryList>> List(
        Guid programmeId, Guid sessionId, HttpContext http, PortfolioDatabase database, SessionQueries queries, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new QueryList(await queries.Of(work, sessionId, http.Granted().Also(Rights.AnswerQuery) ? null : http.Person())));
    }

    private static async Task<Results<Ok<QueryBody>, Refused>> Answer(
        Guid programmeId, Guid sessionId, Guid queryId, NewQueryAnswer body, HttpContext http, PortfolioDatabase database, SessionQueries queries, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await queries.Answer(work, sessionId, queryId, http.Person(), body.Answer) is { } problem)
            return problem.ToResult();
        var answered = (await queries.Find(work, sessionId, queryId))!;
        await work.Commit();
        return TypedResults.Ok(answered);
    }
}

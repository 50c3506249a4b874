using System.Text.Encodings.Web;
using Portfolio.Api.Access;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>Where the `type` of a problem leads: its entry in the catalogue, for a program or for a reader.</summary>
internal static class ProblemEndpoints
{
    private const string Html = "text/html";

    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        var catalogue = routes.MapGroup("/problems").WithTags("Problems").Public("The catalogue of refusals says nothing about anybody.");
        catalogue.MapGet("/", List).WithName("ListProblems").WithSummary("Every refusal of this service, by code")
            .Produces<ProblemList>(200, "application/json", Html).Refuses(Problems.NotAcceptable);
        catalogue.MapGet("/{code}", Read).WithName("ReadProblem").WithSummary("What a refusal means")
            .Produces<ProblemBody>(200, "application/json", Html).Refuses(Problems.NotFound, Problems.NotAcceptable);
    }

    private static IResult List(HttpContext http) => Answer(http, new ProblemList([.. Problems.All.Select(problem => problem.ToBody())]), Problems.All);

    private static IResult Read(string code, HttpContext http) =>
        Problems.All.FirstOrDefault(problem => problem.Code == code) is { } found ? Answer(http, found.ToBody(), [found]) : Problems.NotFound.ToResult();

    private static IResult Answer<T>(HttpContext http, T body, IReadOnlyList<Problem> problems)
    {
        http.Response.Headers.Vary = "Accept";
        switch (http.Request.Form("application/json", Html))
        {
            case null:
                return Problems.NotAcceptable.ToResult();
            case Html:
                return TypedResults.Content(Page(problems), "text/html; charset=utf-8");
            default:
                return TypedResults.Ok(body);
        }
    }

    private static string Page(IReadOnlyList<Problem> problems) => $"""
        <!doctype html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{(problems is [var one] ? one.Code : "Problems")}</title></head>
        <body>
        <main>
        <h1>{(problems is [_] ? "A refusal" : "Refusals")}</h1>
        <dl>
        {string.Join('\n', problems.Select(problem => $"<dt>{problem.Code} (HTTP {problem.Status})</dt><dd>{HtmlEncoder.Default.Encode(problem.Title)}</dd>"))}
        </dl>
        </main>
        </body>
        </html>

        """;
}

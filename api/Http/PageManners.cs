using System.Text.Encodings.Web;

namespace Portfolio.Api.Http;

/// <summary>Metadata of an endpoint that answers a person with a page: its refusals are pages too.</summary>
internal sealed record AnswersWithPage;

/// <summary>What every page tells the browser: nothing of others' is loaded, nothing runs that is not a file of ours, nobody frames it who is not named.</summary>
internal static class PageManners
{
    private const string FormTargets = "portfolio.form-targets";

    public static bool IsPage(HttpContext http, Endpoint? endpoint = null) => (endpoint ?? http.GetEndpoint())?.Metadata.GetMetadata<AnswersWithPage>() is not null;

    /// <summary>Lets the forms of this answer end, by a redirect, at another origin: a sign-in provider, a platform that started a connection.</summary>
    public static void FormsMayLeadTo(this HttpContext http, Uri target) =>
        http.Items[FormTargets] = $"{http.Items[FormTargets]} {target.GetLeftPart(UriPartial.Authority)}";

    public static void SetPolicy(HttpContext http) => http.Response.Headers.ContentSecurityPolicy =
        $"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'{http.Items[FormTargets]}; "
        + $"frame-ancestors {Frames.AncestorsOf(http)}; base-uri 'none'";

    /// <summary>A refusal as a page.</summary>
    public static Task Write(HttpContext http, Problem problem)
    {
        SetPolicy(http);
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{problem.Code}</title><link rel="stylesheet" href="/static/site.css"></head>
            <body><header><p>Portfolio</p></header><main><h1>{HtmlEncoder.Default.Encode(problem.Title)}</h1><p>{HtmlEncoder.Default.Encode(problem.Detail ?? "")}</p></main></body>
            </html>

            """);
    }
}

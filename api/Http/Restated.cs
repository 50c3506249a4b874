using Microsoft.AspNetCore.Http.Metadata;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>What the framework refuses by itself, said in the catalogue's words.</summary>
internal sealed class Restated : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context) => new(Of(context).Write(context.HttpContext));

    /// <summary>A status without a body, from routing or the server: the same shape as any other refusal.</summary>
    public static Task Empty(HttpContext http) => OfStatus(http.Response.StatusCode).Write(http);

    private static Problem Of(ProblemDetailsContext context) => context.ProblemDetails switch
    {
        HttpValidationProblemDetails invalid when context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null =>
            Problems.InvalidRequest.At([.. Errors(invalid, "")]),
        HttpValidationProblemDetails invalid => Problems.InvalidBody.At([.. Errors(invalid, "$.")]),
        var other => OfStatus(other.Status ?? 500),
    };

    private static IEnumerable<FieldError> Errors(HttpValidationProblemDetails invalid, string within) =>
        invalid.Errors.SelectMany(field => field.Value.Select(message => new FieldError(within + PathOf(field.Key), message)));

    private static Problem OfStatus(int status) => status switch
    {
        404 => Problems.NotFound,
        405 => Problems.MethodNotAllowed,
        406 => Problems.NotAcceptable,
        413 => Problems.BodyTooLarge,
        415 => Problems.UnsupportedMediaType,
        < 500 => Problems.InvalidRequest,
        _ => Problems.Unexpected,
    };

    // Members are named as JSON has them: Lines[2].Minutes is lines[2].minutes.
    private static string PathOf(string key) => string.Join('.', key.Split('.').Select(part => char.ToLowerInvariant(part[0]) + part[1..]));
}

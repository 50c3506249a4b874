using Microsoft.AspNetCore.Http.HttpResults;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>A refusal: a value with a stable name, not an exception.</summary>
internal sealed record Problem(string Code, int Status, string Title)
{
    public string? Detail { get; private init; }

    public IReadOnlyList<FieldError>? Errors { get; private init; }

    /// <summary>How long to wait before asking again is of use.</summary>
    public TimeSpan? Wait { get; private init; }

    public Problem After(TimeSpan wait) => this with { Wait = wait };

    public Problem Because(string detail) => this with { Detail = detail };

    public Problem At(params IReadOnlyList<FieldError> errors) => this with { Errors = errors };

    public ProblemBody ToBody(string? traceId = null) => new("/problems/" + Code, Title, Status, Code, Detail, Errors, traceId);

    public JsonHttpResult<ProblemBody> ToResult() => TypedResults.Json(ToBody(), contentType: "application/problem+json", statusCode: Status);

    /// <summary>To a person as a page, to a program as it is, or as the standard has it by which it asks.</summary>
    public Task Write(HttpContext http, Endpoint? endpoint = null) => PageManners.IsPage(http, endpoint)
        ? PageManners.Write(http, this)
        : StatusInfo.IsAsked(http) ? StatusInfo.Write(http, this)
        : Results.Json(ToBody(), contentType: "application/problem+json", statusCode: Status).ExecuteAsync(http);
}

/// <summary>Either what was asked for, or why not.</summary>
internal readonly record struct Answer<T>(T? Value, Problem? Problem)
    where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Problem problem) => new(null, problem);

    public bool Refused(out Problem problem, out T value)
    {
        problem = Problem!;
        value = Value!;
        return Problem is not null;
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>One table from what went wrong to what is answered. Only what is not in it is a 500.</summary>
internal sealed partial class Refusals(ILogger<Refusals> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellation)
    {
        var problem = Of(exception);
        if (problem == Problems.Unexpected)
            Log.Unexpected(log, exception.GetType().Name, http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "no endpoint", exception);
        if (problem.Status == 503)
            http.Response.Headers.RetryAfter = "2";
        await problem.Write(http, http.Features.Get<IExceptionHandlerFeature>()?.Endpoint);
        return true;
    }

    internal static Problem Of(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: 413 } => Problems.BodyTooLarge,
        BadHttpRequestException { StatusCode: 415 } => Problems.UnsupportedMediaType,
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException { Message: var message } when message.StartsWith("Implicit body", StringComparison.Ordinal) => Problems.InvalidBody.Because("A body is needed here."),
        BadHttpRequestException bad => Problems.InvalidRequest.Because(Plain(bad)),
        DatabaseUnavailableException => Problems.DatabaseUnavailable,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => Problems.Conflict,
        PostgresException { ConstraintName: { } name } when Problems.OfConstraint.TryGetValue(name, out var problem) => problem,
        // A value that no fence in front of the database knows of: its guard has a name that says which.
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation } guarded => Problems.InvalidBody.Because($"A guard of the database refuses it: {guarded.ConstraintName}."),
        _ => Problems.Unexpected,
    };

    private static Problem OfJson(JsonException json)
    {
        var path = json.Path is { Length: > 0 } at ? at : "$";
        var line = json.LineNumber is { } number ? $" (line {number + 1})" : "";
        // The parser's own words can quote the value, which may be somebody's name.
        return Problems.InvalidBody.Because($"The JSON cannot be read at {path}{line}.").At(new FieldError(path, Reason(json)));
    }

    private static string Reason(JsonException json) => json.Message switch
    {
        var text when text.Contains("could not be mapped", StringComparison.Ordinal) => "There is no such member.",
        var text when text.Contains("was missing required", StringComparison.Ordinal) => "A required member is missing: " + Quoted(text),
        var text when text.Contains("Duplicate propert", StringComparison.OrdinalIgnoreCase) => "The member stands twice.",
        var text when text.Contains("could not be converted", StringComparison.Ordinal) => "The value has the wrong type.",
        var text when text.Contains("null", StringComparison.OrdinalIgnoreCase) => "The value must not be null.",
        _ => "This is not the JSON that is expected here.",
    };

    private static string Quoted(string text) => string.Join(", ", text.Split('\'').Where((_, i) => i % 2 == 1).Where(word => !word.Contains('.', StringComparison.Ordinal)));

    private static string Plain(BadHttpRequestException bad) =>
        bad.Message.StartsWith("Failed to bind parameter", StringComparison.Ordinal) ? "A parameter has the wrong type."
        : bad.Message.StartsWith("Required parameter", StringComparison.Ordinal) ? "A required parameter is missing."
        : "The request cannot be read.";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Unexpected {Type} at {Endpoint}")]
        public static partial void Unexpected(ILogger log, string type, string endpoint, Exception exception);
    }
}

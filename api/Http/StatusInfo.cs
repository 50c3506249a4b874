using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>Refusals as 1EdTech's interfaces have them, since their clients read no others: of whatever is asked below the path of Open Badges.</summary>
internal static class StatusInfo
{
    public const string Path = "/ims/ob/v3p0";

    public static bool IsAsked(HttpContext http) => http.Request.Path.Value?.Contains(Path + "/", StringComparison.OrdinalIgnoreCase) is true;

    public static OpenBadgesRefusal Of(Problem problem) => new("failure", "error", Words(problem), new([new("TargetEndSystem", CodeOf(problem))]));

    public static Task Write(HttpContext http, Problem problem)
    {
        if (problem.Status == 401)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Json(Of(problem), Json.Options, statusCode: problem.Status).ExecuteAsync(http);
    }

    private static string Words(Problem problem) => string.Join(' ', new[] { problem.Title, problem.Detail }.Concat(problem.Errors?.Select(error => $"{error.Field}: {error.Message}") ?? []).OfType<string>());

    private static string CodeOf(Problem problem) => problem switch
    {
        { Status: 401 } => "unauthorizedrequest",
        { Status: 403 } => "forbidden",
        { Status: 404 } => "not_found",
        { Status: 405 } => "not_allowed",
        { Status: 429 or 503 } => "server_busy",
        { Status: >= 500 } => "internal_server_error",
        _ when problem.Code == Problems.InvalidRequest.Code => "invalid_query_parameter",
        _ => "invalid_data",
    };
}

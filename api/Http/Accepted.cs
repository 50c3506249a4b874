using Microsoft.Net.Http.Headers;

namespace Portfolio.Api.Http;

/// <summary>Which of several forms a request would rather have.</summary>
internal static class Accepted
{
    /// <returns>One of our types; the first where nothing is asked for; none where nothing fits.</returns>
    public static string? Form(this HttpRequest request, params IReadOnlyList<string> types)
    {
        var accepted = MediaTypeHeaderValue.ParseList(request.Headers.Accept).OrderByDescending(type => type.Quality ?? 1).ToList();
        return accepted.Count == 0
            ? types[0]
            : accepted.Where(type => type.Quality is not 0).Select(type => types.FirstOrDefault(ours => new MediaTypeHeaderValue(ours).IsSubsetOf(type)))
                .FirstOrDefault(type => type is not null);
    }
}

using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Http.Metadata;
using Portfolio.Tests.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Privacy;

/// <summary>Everything that can be read, by everybody who can read it, in every form: where does it say this text?</summary>
internal static partial class Sweep
{
    private static readonly string[] Forms = ["application/json", "application/vc+ld+json", "text/html"];

    /// <summary>Asks every GET endpoint of a programme with every combination of these ids.</summary>
    /// <returns>Where a text was said, and whatever was answered with 5xx.</returns>
    public static async Task<IReadOnlyList<string>> Of(TestHost host, IReadOnlyList<HttpClient> clients, ILookup<string, string> ids, params string[] texts)
    {
        var (found, read) = (new List<string>(), 0);
        await foreach (var (where, said, taken) in Answers(host, clients, ids))
        {
            read += taken ? 1 : 0;
            found.AddRange(said is null ? [where] : texts.Where(text => said.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{where} says {text}"));
        }
        Assert.True(read > 40, $"Only {read} answers were read.");
        return found;
    }

    /// <summary>Whether anything says it: as soon as something does, nothing more is asked.</summary>
    public static async Task<bool> Finds(TestHost host, IReadOnlyList<HttpClient> clients, ILookup<string, string> ids, string text)
    {
        await foreach (var (_, said, _) in Answers(host, clients, ids))
            if (said?.Contains(text, StringComparison.OrdinalIgnoreCase) is true)
                return true;
        return false;
    }

    // Where, and what was said there; nothing said where the host failed.
    private static async IAsyncEnumerable<(string Where, string? Said, bool Taken)> Answers(TestHost host, IReadOnlyList<HttpClient> clients, ILookup<string, string> ids)
    {
        foreach (var endpoint in host.Endpoints.Where(endpoint => endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "programmeId")
            && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true))
            foreach (var path in Paths(endpoint, ids))
                foreach (var client in clients)
                    foreach (var form in path.Contains("/records/", StringComparison.Ordinal) ? Forms : [Forms[0]])
                    {
                        var request = new HttpRequestMessage(HttpMethod.Get, path);
                        request.Headers.TryAddWithoutValidation("Accept", form + ", */*;q=0.1");
                        using var answer = await client.SendAsync(request);
                        if ((int)answer.StatusCode >= 500)
                            yield return ($"{path}: {(int)answer.StatusCode}", null, false);
                        else
                            yield return ($"{path} ({form})", Plain(await answer.Content.ReadAsByteArrayAsync()), answer.IsSuccessStatusCode);
                    }
    }

    /// <summary>What somebody could read in it, with whatever is base64 opened.</summary>
    public static string Plain(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var opened = new StringBuilder(text);
        foreach (Match part in Segment().Matches(text))
            if (TryOpen(part.Value) is { } inside)
                opened.Append('\n').Append(Encoding.UTF8.GetString(inside));
        return opened.ToString();
    }

    private static byte[]? TryOpen(string segment)
    {
        try
        {
            return Base64Url.DecodeFromChars(segment);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Paths(RouteEndpoint endpoint, ILookup<string, string> ids)
    {
        IEnumerable<string> paths = ["/" + endpoint.RoutePattern.RawText!.TrimStart('/')];
        foreach (var parameter in endpoint.RoutePattern.Parameters)
            paths = paths.SelectMany(path => ids[parameter.Name], (path, id) => Regex.Replace(path, $@"\{{{parameter.Name}(:\w+)?\}}", id));
        return paths;
    }

    [GeneratedRegex("[A-Za-z0-9_-]{40,}")]
    private static partial Regex Segment();
}

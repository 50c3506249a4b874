using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Portfolio.Tests.Http;

/// <summary>Looking changes nothing, whoever looks; and what is shown to a person runs nothing that is not a file of the house.</summary>
public sealed partial class SafeMethodsTests(TestCluster cluster)
{
    /// <summary>What a GET may write all the same, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> May = new Dictionary<string, string[]>
    {
        // A feed's positions are given out when its platform asks, from facts that are there already: asking twice finds the same, and nobody else's view changes.
        ["/v1/programmes/{programmeId:guid}/feed/"] = ["connection", "feed_entry", "feed_head"],
    };

    [Fact]
    public async Task No_get_changes_anything_and_no_page_carries_a_script()
    {
        await using var stage = await FuzzStage.Set(cluster);
        await using var stored = new FuzzStored(stage.Host);
        await stored.Open();
        var (faults, pages, answered) = (new List<string>(), 0, 0);
        foreach (var endpoint in stage.Host.Endpoints.Where(of => of.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true))
        {
            var path = endpoint.RoutePattern.RawText!;
            var good = new Dictionary<string, int> { ["text/html"] = 0, ["*/*"] = 0 };
            foreach (var (number, role) in stage.Roles.Keys.Index())
            {
                // Every endpoint is asked in both ways, by roles in turn, until it has answered two of them each way: what is answered hangs on one or the other.
                var accept = number % 2 == 0 ? "text/html" : "*/*";
                if (good[accept] == 2)
                    continue;
                using var answer = await Ask(stage, endpoint, role, accept);
                good[accept] += answer.IsSuccessStatusCode ? 1 : 0;
                var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                var what = $"{path} by {role} ({(int)answer.StatusCode})";
                answered += answer.IsSuccessStatusCode ? 1 : 0;
                faults.AddRange(Cookies(answer).Select(cookie => $"{what}: {cookie}"));
                if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                    continue;
                pages++;
                faults.AddRange(Inline(answer, body).Select(fault => $"{what}: {fault}"));
            }
            faults.AddRange((await stored.Changed()).Where(table => !May.GetValueOrDefault(path, []).Contains(table.Split(':')[0])).Select(table => $"{path}: {table}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(pages > 10 && answered > 100, $"Only {pages} pages and {answered} answers were looked at.");
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">", true)]
    [InlineData("<script>x()</script>", true)]
    [InlineData("<style>p{}</style>", true)]
    [InlineData("<p style='color:red'>", true)]
    [InlineData("<a href=\"javascript:x()\">", true)]
    [InlineData("<script src=\"/static/a.js\"></script>", false)]
    [InlineData("<p>The one thing = on=the page</p>", false)]
    public void What_stands_in_a_page_and_could_run_is_seen(string html, bool seen) => Assert.Equal(seen, Runs().IsMatch(html));

    private static IEnumerable<string> Inline(HttpResponseMessage answer, string body)
    {
        var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
        var scripts = policy.Split(';').FirstOrDefault(part => part.Trim().StartsWith("script-src ", StringComparison.Ordinal)) ?? "";
        if (!policy.StartsWith("default-src 'none'", StringComparison.Ordinal) || scripts.Contains("unsafe", StringComparison.Ordinal) || !policy.Contains("base-uri 'none'", StringComparison.Ordinal)
            || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal))
            yield return $"its policy is {policy}";
        foreach (Match found in Runs().Matches(body))
            yield return $"it has {found.Value}";
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        from cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []
        where !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) || !cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase)
            || !cookie.Contains("; samesite=", StringComparison.OrdinalIgnoreCase) || cookie.Contains("samesite=none", StringComparison.OrdinalIgnoreCase)
        select $"the cookie {cookie.Split('=')[0]} is not fenced";

    private static Task<HttpResponseMessage> Ask(FuzzStage stage, RouteEndpoint endpoint, string role, string accept)
    {
        var path = Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), found => stage.Right(found.Groups[1].Value));
        var operation = new FuzzOperation(path, HttpMethod.Get, path, [], [], new Dictionary<int, FuzzAnswer>());
        return stage.Send(new FuzzRequest(operation, role, "/" + path + (path.EndsWith("progress", StringComparison.Ordinal) ? "?pack=uk-nw-core" : ""), [("Accept", accept)], null, null, Strays: false));
    }

    [GeneratedRegex(@"\{\**(\w+)(?::\w+(?:\([^)]*\))?)?\??\}")]
    private static partial Regex Parameter();

    // A script without a file, a style of its own, a handler among the attributes, an address that is a program.
    [GeneratedRegex("""<script(?![^>]*\ssrc=)[^>]*>|<style[\s>]|<[^>]*\s(?:on[a-z]+|style)\s*=|(?:href|src|action)\s*=\s*["']?\s*javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Runs();
}

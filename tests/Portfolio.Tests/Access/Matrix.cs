using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>Every endpoint, asked by everybody, and what the table of rights says of it.</summary>
internal static partial class Matrix
{
    public static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    /// <summary>The line of the table that an endpoint is held against, and the kind of thing that it is asked about: <c>Person</c> of <c>PersonInPath</c>.</summary>
    public static (Right Right, string Kind)? RelationOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<Relation>().SingleOrDefault() is { } relation
            ? (relation.Right, relation.Subject.GetType().Name.Replace("InPath", "", StringComparison.Ordinal))
            : null;

    public static bool Opens(RouteEndpoint endpoint, Cast.Actor actor) =>
        RelationOf(endpoint) is { } relation && relation.Right.Roles.Intersect(actor.Is.GetValueOrDefault(relation.Kind) ?? []).Any();

    /// <summary>Asks with as little of a body as can be, and these ids in the path.</summary>
    public static Task<HttpResponseMessage> Ask(HttpClient client, RouteEndpoint endpoint, IReadOnlyDictionary<string, string> ids)
    {
        var method = HttpMethod.Parse(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]);
        var request = new HttpRequestMessage(method, "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), found => ids[found.Groups[1].Value]));
        if (method != HttpMethod.Get)
            request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse(endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json"));
        return client.SendAsync(request);
    }

    /// <summary>Looks at a page with these ids in its address.</summary>
    public static Task<HttpResponseMessage> Look(HttpClient client, RouteEndpoint page, Cast cast) => client.GetAsync(AddressOf(page, cast));

    /// <summary>Where a page is, with the ids of the cast and what it is asked besides.</summary>
    public static string AddressOf(RouteEndpoint page, Cast cast) => "/" + Parameter().Replace(page.RoutePattern.RawText!.TrimStart('/'), found => cast.Ids.GetValueOrDefault(found.Groups[1].Value, "unknown"))
        + cast.Asked.SingleOrDefault(asked => page.RoutePattern.RawText!.EndsWith(asked.Key, StringComparison.Ordinal)).Value;

    /// <summary>Inside, a request this bare is refused for what it lacks; what counts is that it was let in.</summary>
    public static async Task<string> Outcome(HttpResponseMessage answer)
    {
        var refusal = answer.IsSuccessStatusCode ? null : await answer.Refusal();
        return refusal is null || ((int)answer.StatusCode < 500 && refusal is not ("401 sign-in-needed" or "404 not-found")) ? "in" : refusal;
    }

    /// <summary>Status, headers and body: all that could tell something.</summary>
    public static async Task<string> Whole(HttpResponseMessage answer)
    {
        var whole = new StringBuilder($"{(int)answer.StatusCode}\n");
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal))
            whole.Append(header.Key).Append(": ").AppendJoin(", ", header.Value).Append('\n');
        return whole.Append(await answer.Content.ReadAsStringAsync()).ToString();
    }

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Parameter();
}

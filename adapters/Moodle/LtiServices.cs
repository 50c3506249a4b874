using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>Requests to LTI 1.3 services, with a token that is asked for by a signed assertion of ours and kept for as long as it holds.</summary>
internal sealed class LtiServices(AdapterConnection connection)
{
    private const string TokenNote = "lti-token";

    private const string Scopes = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly "
        + "https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Sends, and once more with a new token where the kept one is not taken any more.</summary>
    public async Task<HttpAnswer> Send(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        var kept = Kept();
        var (token, whyNot) = kept is null ? await Ask(cancellation).ConfigureAwait(false) : (kept, null);
        if (token is null)
            return whyNot!;
        var answer = await Send(request(), token, cancellation).ConfigureAwait(false);
        if (answer.Status != 401)
            return answer;
        await connection.KeepNote(TokenNote, null, cancellation).ConfigureAwait(false);
        if (kept is null)
            return answer;
        (token, whyNot) = await Ask(cancellation).ConfigureAwait(false);
        return token is null ? whyNot! : await Send(request(), token, cancellation).ConfigureAwait(false);
    }

    public static HttpRequestMessage Get(Uri url, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", type);
        return request;
    }

    public static HttpRequestMessage Post(Uri url, string type, JsonObject body) =>
        new(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue(type) } } };

    /// <summary>An address below another: what stands after the question mark stays after it.</summary>
    public static Uri Below(string address, string name, string? more = null)
    {
        var url = new UriBuilder(address);
        url.Path = url.Path.TrimEnd('/') + "/" + name;
        return more is null ? url.Uri : With(url.Uri, more);
    }

    public static Uri With(Uri address, string more) => new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query}&{more}" : more }.Uri;

    private Task<HttpAnswer> Send(HttpRequestMessage request, string token, CancellationToken cancellation)
    {
        request.Headers.Authorization = new("Bearer", token);
        return Exchange.Send(connection.Http, request, cancellation);
    }

    private string? Kept() =>
        connection.Notes.TryGetValue(TokenNote, out var note) && note.Split(' ', 2) is [var until, var token]
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && DateTimeOffset.FromUnixTimeSeconds(seconds) > connection.Clock.GetUtcNow() + Margin
            ? token : null;

    private async Task<(string? Token, HttpAnswer? WhyNot)> Ask(CancellationToken cancellation)
    {
        var answer = await Requested(cancellation).ConfigureAwait(false);
        // An assertion holds once, so that a further request has its own.
        if (answer.Failure is Outcome.NoAnswer)
            answer = await Requested(cancellation).ConfigureAwait(false);
        if (!answer.Is2xx || answer.Json() is not { } json || json.Text("access_token") is not { Length: > 0 } token)
            return (null, Refused(answer));
        var until = connection.Clock.GetUtcNow().AddSeconds(json.Number("expires_in") ?? 300).ToUnixTimeSeconds();
        await connection.KeepNote(TokenNote, string.Create(CultureInfo.InvariantCulture, $"{until} {token}"), cancellation).ConfigureAwait(false);
        return (token, null);
    }

    private Task<HttpAnswer> Requested(CancellationToken cancellation)
    {
        var url = MoodleSettings.TokenUrlOf(connection);
        return Exchange.Send(connection.Http, new(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", ["client_assertion"] = connection.Key.Assertion(connection.Settings[MoodleSettings.ClientId], url, connection.Clock.GetUtcNow()), ["scope"] = Scopes,
            }),
        }, cancellation);
    }

    // No token, and so nothing was asked: a request that is refused (RFC 6749, section 5.2) is as good as 401, and what got lost is to be tried again.
    private static HttpAnswer Refused(HttpAnswer answer) => answer.Status is 400
        ? answer with { Status = 401 }
        : MoodleWay.Unwritten(answer.Otherwise()) is { } outcome ? answer with { Failure = outcome, Status = 0 } : answer;
}

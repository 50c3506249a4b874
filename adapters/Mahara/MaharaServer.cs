using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>Mahara's REST server: every function at one address, named in the body with the token.</summary>
internal sealed class MaharaServer(AdapterConnection connection, string token)
{
    public string Site { get; } = connection.Settings[MaharaSettings.Site].TrimEnd('/');

    /// <summary>Asks for something and changes nothing: what failed was not a delivery.</summary>
    public async Task<(JsonElement Value, Outcome? WhyNot)> Read(string function, JsonObject arguments, CancellationToken cancellation)
    {
        var (value, whyNot) = await Send(Json(function, arguments, repeat: true), cancellation).ConfigureAwait(false);
        return (value, whyNot is Outcome.NoAnswer lost ? new Outcome.TryLater(lost.Code, lost.After, lost.Said) : whyNot);
    }

    public Task<(JsonElement Value, Outcome? WhyNot)> Write(string function, JsonObject arguments, CancellationToken cancellation) =>
        Send(Json(function, arguments, repeat: false), cancellation);

    /// <summary>Writes with a file. Lists go into the address: in the body of such a request they crash a server whose OAuth protocol is on.</summary>
    public async Task<(JsonElement Value, Outcome? WhyNot)> Upload(
        string function, IEnumerable<(string Name, string Value)> fields, MaharaFile file, IReadOnlyList<string> tags, CancellationToken cancellation)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Prepend(("wsfunction", function)).Prepend(("wstoken", token)))
            body.Add(new StringContent(value, Encoding.UTF8), $"\"{name}\"");
        var content = new ReadOnlyMemoryContent(file.Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(file.Type);
        body.Add(content, $"\"{file.Field}\"", $"\"{file.Name}\"");
        var list = string.Concat(tags.Select((tag, at) => string.Create(CultureInfo.InvariantCulture, $"&tags[{at}]={Uri.EscapeDataString(tag)}")));
        return await Send(new(HttpMethod.Post, Address + list) { Content = body }, cancellation).ConfigureAwait(false);
    }

    private string Address => Site + "/webservice/rest/server.php?alt=json";

    private HttpRequestMessage Json(string function, JsonObject arguments, bool repeat)
    {
        arguments["wstoken"] = token;
        arguments["wsfunction"] = function;
        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = JsonContent.Create(arguments) };
        request.Options.Set(AdapterRequests.MayRepeat, repeat);
        return request;
    }

    private async Task<(JsonElement Value, Outcome? WhyNot)> Send(HttpRequestMessage request, CancellationToken cancellation)
    {
        var answer = await Exchange.Send(connection.Http, request, cancellation).ConfigureAwait(false);
        return answer.Is2xx && answer.Json() is { } json ? (json, MaharaErrors.Of(json)) : (default, answer.Otherwise());
    }
}

/// <summary>A file that goes up, in a field.</summary>
internal sealed record MaharaFile(string Field, string Name, string Type, ReadOnlyMemory<byte> Bytes);

using System.Globalization;
using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>Moodle's REST server: every function at one address, form fields in, JSON out, errors inside a 200.</summary>
internal sealed class MoodleServer(AdapterConnection connection, string token)
{
    private const int LongestCode = 80;

    /// <summary>Asks for something and changes nothing: what failed was not a delivery.</summary>
    public async Task<(JsonElement Value, Outcome? WhyNot)> Read(string function, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellation)
    {
        var (value, whyNot) = await Call(function, fields, repeat: true, cancellation).ConfigureAwait(false);
        return (value, MoodleWay.Unwritten(whyNot));
    }

    public Task<(JsonElement Value, Outcome? WhyNot)> Write(string function, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellation) =>
        Call(function, fields, repeat: false, cancellation);

    private async Task<(JsonElement Value, Outcome? WhyNot)> Call(string function, IEnumerable<(string Name, string Value)> fields, bool repeat, CancellationToken cancellation)
    {
        var all = fields.Prepend(("moodlewsrestformat", "json")).Prepend(("wsfunction", function)).Prepend(("wstoken", token));
        var request = new HttpRequestMessage(HttpMethod.Post, MoodleSettings.SiteOf(connection) + "/webservice/rest/server.php")
        {
            Content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Options.Set(AdapterRequests.MayRepeat, repeat);
        var answer = await Exchange.Send(connection.Http, request, cancellation).ConfigureAwait(false);
        return answer.Is2xx && answer.Json() is { } json ? (json, Error(json)) : (default, answer.Otherwise());
    }

    private static Outcome? Error(JsonElement json)
    {
        if (json.Text("exception") is not { } exception)
            return null;
        var code = json.Text("errorcode") is { Length: > 0 and <= LongestCode } text && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '/') ? text : "unnamed";
        var said = "200 " + code;
        return code switch
        {
            "invalidtoken" or "accessexception" or "servicenotavailable" or "invalidtimedtoken" or "usernotconfirmed" => new Outcome.NeedsPerson("sign-in-again", Said: said),
            _ when code == "nopermissions" || exception.EndsWith("required_capability_exception", StringComparison.Ordinal) => new Outcome.NeedsPerson("may-not-write", Said: said),
            "sitemaintenance" or "upgraderunning" or "ex_unabletolock" => new Outcome.TryLater("busy", Said: said),
            "invalidparameter" or "invalidrecord" or "invalidrecordunknown" or "invaliduser" or "codingerror" => new Outcome.Refused("rejected", said),
            // Something failed on the way, and perhaps after it was done.
            _ => new Outcome.NoAnswer("server-error", Said: said),
        };
    }
}

/// <summary>Reading what is a number here and a text there.</summary>
internal static class MoodleJson
{
    public static string? Text(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    public static long? Number(this JsonElement json, string name) => long.TryParse(json.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IEnumerable<JsonElement> Each(this JsonElement json, string? name = null) =>
        (name is null ? json : json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var inside) ? inside : default) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}

using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>Mahara's errors come with status 200, and the exception's class says what it is; the message is prose in the site's language.</summary>
internal static class MaharaErrors
{
    private const int LongestClass = 80;

    /// <returns>Null where it is no error.</returns>
    public static Outcome? Of(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("error", out var error) || error.ValueKind != JsonValueKind.True)
            return null;
        var name = json.Text("error_class") is { Length: > 0 and <= LongestClass } text && text.All(char.IsAsciiLetterOrDigit) ? text : "unnamed";
        return Of(name, $"200 {name}");
    }

    private static Outcome Of(string name, string said) => name switch
    {
        // The same class for a token that is not known and for one that may not do this.
        "WebserviceAccessException" or "WebserviceInvalidTokenException" or "AuthInstanceException" => new Outcome.NeedsPerson("sign-in-again", Said: said),
        "AccessDeniedException" => new Outcome.NeedsPerson("may-not-write", Said: said),
        "WebserviceInvalidParameterException" or "WebserviceParameterException" or "ParameterException" => new Outcome.Refused("rejected", said),
        "QuotaExceededException" => new Outcome.NeedsPerson("no-space-left", Said: said),
        "UploadException" => new Outcome.Refused("file-refused", said),
        // The function was done, and its answer did not fit its own description.
        "WebserviceInvalidResponseException" => new Outcome.NoAnswer("garbage", Said: said),
        _ => new Outcome.NoAnswer("server-error", Said: said),
    };

    /// <summary>A member as text: ids are numbers here and text there.</summary>
    public static string? Text(this JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    public static long? Number(this JsonElement json, string name) =>
        long.TryParse(json.Text(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IEnumerable<JsonElement> Each(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return [];
        return json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];
    }
}

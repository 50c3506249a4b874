using System.Net.Http.Headers;
using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>What is said to a host, and what its answers mean.</summary>
internal static class OpenBadgesMapping
{
    // The codes that 1EdTech's services refuse with; whatever else stands there is prose.
    private static readonly string[] Codes =
    [
        "invaliddata", "invalid_sort_field", "invalid_selection_field", "forbidden", "unauthorisedrequest", "unauthorizedrequest", "unauthorized", "internal_server_error",
        "server_busy", "unknownobject", "invalid_query_parameter", "invalid_filter_field", "misdirected_request", "not_acceptable", "not_modified", "method_not_allowed",
    ];

    /// <summary>The record as it was signed; null where it was not signed in this form.</summary>
    public static HttpContent? Content(SignedRecord record, string form) => form == Names.Jwt
        ? new ReadOnlyMemoryContent(record.Jwt) { Headers = { ContentType = new("text/plain") } }
        : record.Embedded is { } embedded ? new ReadOnlyMemoryContent(embedded) { Headers = { ContentType = new("application/vc+ld+json") } } : null;

    /// <summary>Whether a host answered with what it was sent: to the byte, or the same JSON in another order.</summary>
    public static bool Echoes(HttpAnswer answer, SignedRecord record, string form) => form == Names.Jwt
        ? answer.Body.Span.Trim(" \t\r\n\""u8).SequenceEqual(record.Jwt.Span)
        : record.Embedded is { } sent && (answer.Body.Span.SequenceEqual(sent.Span) || (answer.Json() is { } said && Same(said, sent)));

    public static bool Same(JsonElement credential, ReadOnlyMemory<byte> issued)
    {
        using var own = JsonDocument.Parse(issued);
        return JsonElement.DeepEquals(own.RootElement, credential);
    }

    public static Outcome Otherwise(HttpAnswer answer) => answer.Otherwise() with { Said = answer.Failure is null ? Said(answer) : null };

    /// <summary>The status, and the codes of an <c>Imsx_StatusInfo</c>.</summary>
    public static string Said(HttpAnswer answer)
    {
        var status = answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return answer.Json() is { } json && CodesOf(json) is { Length: > 0 } codes ? $"{status} {codes}" : status;
    }

    private static string CodesOf(JsonElement info) => string.Join(' ', info.Of("imsx_codeMinor").Of("imsx_codeMinorField").Items()
        .Select(field => field.Text("imsx_codeMinorFieldValue")).Where(code => Codes.Contains(code)).Take(4));

    /// <summary>The address of the next page, where there is one and it stays where the first one was.</summary>
    public static Uri? Next(HttpAnswer answer, Uri asked)
    {
        if (!answer.Headers.TryGetValue("Link", out var links))
            return null;
        foreach (var link in links.Split(",").Select(part => part.Trim()).Where(part => part.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase) || part.EndsWith("rel=next", StringComparison.OrdinalIgnoreCase)))
            if (link.StartsWith('<') && link.IndexOf('>', StringComparison.Ordinal) is > 1 and var end && Uri.TryCreate(asked, link[1..end], out var next))
                return next.Authority == asked.Authority && next.Scheme == asked.Scheme && next.AbsolutePath == asked.AbsolutePath && next != asked ? next : null;
        return null;
    }

    public static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);
}

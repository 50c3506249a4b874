using System.Globalization;
using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>A framework in our own JSON, as it is read from here.</summary>
internal static class OwnReader
{
    public static FrameworkRead? Read(ReadOnlyMemory<byte> bytes, FrameworkFindings findings)
    {
        FrameworkBody? body;
        try
        {
            body = JsonSerializer.Deserialize<FrameworkBody>(bytes.Span, Json.Options);
        }
        catch (JsonException unreadable)
        {
            findings.Add(unreadable.Path ?? "$", string.Create(CultureInfo.InvariantCulture, $"line {unreadable.LineNumber + 1}"),
                "a framework as this service answers it: every member known, of its type and there once, and id, title, issuer, version and items present");
            return null;
        }
        if (body?.Items is null || body.Items.Any(item => item is null || item.MapsTo?.Any(mapping => mapping is null) is true) || body.Sources?.Any(source => source is null) is true)
        {
            findings.Add("$", "null", "a framework with no empty item");
            return null;
        }
        return new(Framework.Of(body), (at, member) => at is null ? $"$.{member}" : $"$.items[{at}].{member}", Whole: true, NamesVersion: true);
    }
}

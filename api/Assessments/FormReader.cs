using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portfolio.Api.Assessments;

/// <summary>What is wrong with a form, and where.</summary>
internal sealed record FormFault(string Path, string Reason);

internal sealed record FormReading(AssessmentForm? Form, IReadOnlyList<FormFault> Faults);

/// <summary>Reads a form strictly: what a form does not say cannot stand in it.</summary>
internal static partial class FormReader
{
    public const int MostBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        MaxDepth = 8,
    };

    public static FormReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes)
            return Refused("$", $"{utf8.Length} bytes; a form has at most {MostBytes}");
        try
        {
            if (JsonSerializer.Deserialize<AssessmentForm>(utf8, Strict) is not { } form)
                return Refused("$", "must not be null");
            if (Nulls(JsonNode.Parse(utf8)!, "$").ToList() is { Count: > 0 } nulls)
                return new(null, nulls);
            return FormCheck.Faults(form) is { Count: > 0 } faults ? new(null, faults) : new(form, []);
        }
        catch (JsonException refusal)
        {
            return Refused(refusal.Path ?? "$", Plain(refusal.Message));
        }
    }

    // The serialiser minds a null member but not a null inside a list.
    private static IEnumerable<FormFault> Nulls(JsonNode? node, string path) => node switch
    {
        null => [new(path, "must not be null; leave it out")],
        JsonObject members => members.SelectMany(member => Nulls(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, at) => Nulls(item, $"{path}[{at}]")),
        _ => [],
    };

    private static FormReading Refused(string path, string reason) => new(null, [new(path, reason)]);

    // The serialiser speaks of our types and of .NET: neither means anything to who wrote the document.
    private static string Plain(string message) => message switch
    {
        _ when Missing().Match(message) is { Success: true } missing => $"missing: {missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}",
        _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "unknown member",
        _ when message.Contains("could not be converted", StringComparison.Ordinal) => "not a value of the kind that belongs here",
        _ when message.Contains("null", StringComparison.OrdinalIgnoreCase) => "must not be null",
        _ when message.Contains("Duplicate property", StringComparison.Ordinal) => "stands there twice",
        _ => "not readable as JSON",
    };

    [GeneratedRegex(@"missing required properties including: (.+?)\.")]
    private static partial Regex Missing();
}

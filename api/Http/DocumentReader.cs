using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Portfolio.Api.Http;

/// <summary>What is wrong with a document, and where.</summary>
internal sealed record DocumentFault(string Path, string Reason);

/// <summary>Reads documents that people write by hand, such as requirement packs and forms: strictly, so that what a document cannot say does not stand in it.</summary>
internal static partial class DocumentReader
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        AllowOutOfOrderMetadataProperties = true,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
    };

    /// <param name="what">What the document is, in words: a pack.</param>
    public static (T? Document, IReadOnlyList<DocumentFault> Faults) Read<T>(ReadOnlySpan<byte> utf8, int mostBytes, string what) where T : class
    {
        if (utf8.Length > mostBytes) return Refused("$", $"{utf8.Length} bytes; {what} has at most {mostBytes}");
        try
        {
            if (JsonSerializer.Deserialize<T>(utf8, Strict) is not { } document) return Refused("$", "must not be null");
            return Nulls(JsonNode.Parse(utf8)!, "$").ToList() is { Count: > 0 } nulls ? (null, nulls) : (document, []);
        }
        catch (JsonException refusal)
        {
            return Refused(refusal.Path ?? "$", Plain(refusal.Message));
        }
        catch (NotSupportedException refusal)
        {
            // What the serialiser says of an abstract type when the member that names the kind is missing.
            return Refused(PathIn().Match(refusal.Message) is { Success: true } path ? path.Value : "$", "missing: kind");
        }

        static (T?, IReadOnlyList<DocumentFault>) Refused(string path, string reason) => (null, [new(path, reason)]);
    }

    // The serialiser minds a null member but not a null inside a list.
    private static IEnumerable<DocumentFault> Nulls(JsonNode? node, string path) => node switch
    {
        null => [new(path, "must not be null; leave it out")],
        JsonObject members => members.SelectMany(member => Nulls(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Nulls(item, $"{path}[{i}]")),
        _ => [],
    };

    // The serialiser speaks of our types and of .NET: neither means anything to who wrote the document.
    private static string Plain(string message) => message switch
    {
        _ when message.StartsWith("one of ", StringComparison.Ordinal) => message.Split(" Path: ")[0],
        _ when Missing().Match(message) is { Success: true } missing =>
            $"missing: {missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}",
        _ when message.Contains("could not be mapped", StringComparison.Ordinal) => "unknown member",
        _ when message.Contains("could not be converted", StringComparison.Ordinal) => "not a value of the kind that belongs here",
        _ when message.Contains("allow null", StringComparison.Ordinal) => "must not be null",
        _ when message.Contains("discriminator", StringComparison.Ordinal) => "unknown kind",
        _ when message.Contains("Duplicate property", StringComparison.Ordinal) => "stands there twice",
        _ => "not readable as JSON",
    };

    [GeneratedRegex(@"missing required properties including: (.+?)\.")]
    private static partial Regex Missing();

    [GeneratedRegex(@"(?<= Path: )\$[^ ]*")]
    private static partial Regex PathIn();
}

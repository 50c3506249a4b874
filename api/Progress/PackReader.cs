using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Portfolio.Api.Progress;

internal sealed record PackFault(string Path, string Reason);

internal sealed record PackReading(RequirementPack? Pack, IReadOnlyList<PackFault> Faults);

internal static partial class PackReader
{
    public const int MostBytes = 256 * 1024;

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

    public static PackReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes) return Refused("$", $"{utf8.Length} bytes; a pack has at most {MostBytes}");
        try
        {
            if (JsonSerializer.Deserialize<RequirementPack>(utf8, Strict) is not { } pack) return Refused("$", "must not be null");
            if (Nulls(JsonNode.Parse(utf8)!, "$").ToList() is { Count: > 0 } nulls) return new(null, nulls);
            return PackCheck.Faults(pack) is { Count: > 0 } faults ? new(null, faults) : new(pack, []);
        }
        catch (JsonException refusal)
        {
            return Refused(refusal.Path ?? "$", Plain(refusal.Message));
        }
        catch (NotSupportedException refusal)
        {
            // What the serialiser says of an abstract type when the member that names the kind is missing.
            return Refused(PathIn().Match(refusal.Message) is { Success: true } path ? path.Value : "$.rules", "missing: kind");
        }
    }

    // The serialiser minds a null member but not a null inside a list.
    private static IEnumerable<PackFault> Nulls(JsonNode? node, string path) => node switch
    {
        null => [new(path, "must not be null; leave it out")],
        JsonObject members => members.SelectMany(member => Nulls(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Nulls(item, $"{path}[{i}]")),
        _ => [],
    };

    private static PackReading Refused(string path, string reason) => new(null, [new(path, reason)]);

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

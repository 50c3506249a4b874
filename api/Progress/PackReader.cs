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

    /// <param name="knows">Whether a framework has an item; left out where nobody can tell.</param>
    public static PackReading Read(ReadOnlySpan<byte> utf8, Func<string, string, bool>? knows = null)
    {
        var (pack, faults) = Document<RequirementPack>(utf8);
        return pack is null ? new(null, faults) : PackCheck.Faults(pack, knows) is { Count: > 0 } found ? new(null, found) : new(pack, []);
    }

    /// <summary>A pack that somebody hands in: what it is over is worked out from an overlay, and never taken from whoever says so.</summary>
    public static PackReading Handed(ReadOnlySpan<byte> utf8, Func<string, string, bool>? knows = null) => Read(utf8, knows) switch
    {
        { Pack.Over: not null } => new(null, [new("$.over", "hand in the overlay itself: the whole pack is made of it here")]),
        var reading => reading,
    };

    public static (T? Document, IReadOnlyList<PackFault> Faults) Document<T>(ReadOnlySpan<byte> utf8) where T : class
    {
        if (utf8.Length > MostBytes) return Refused("$", $"{utf8.Length} bytes; a pack has at most {MostBytes}");
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
            return Refused(PathIn().Match(refusal.Message) is { Success: true } path ? path.Value : "$.rules", "missing: kind");
        }

        static (T?, IReadOnlyList<PackFault>) Refused(string path, string reason) => (null, [new(path, reason)]);
    }

    // The serialiser minds a null member but not a null inside a list.
    private static IEnumerable<PackFault> Nulls(JsonNode? node, string path) => node switch
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

using System.Text.Json;
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
            if (JsonSerializer.Deserialize<RequirementPack>(utf8, Strict) is not { } pack) return Refused("$", "is null");
            return PackCheck.Faults(pack) is { Count: > 0 } faults ? new(null, faults) : new(pack, []);
        }
        catch (JsonException refusal)
        {
            return Refused(refusal.Path ?? "$", Plain(refusal.Message));
        }
        catch (NotSupportedException)
        {
            // What the serialiser says of an abstract type when the member that names the kind is missing.
            return Refused("$.rules", "a rule without a kind");
        }
    }

    private static PackReading Refused(string path, string reason) => new(null, [new(path, reason)]);

    // The serialiser speaks of our type names and repeats the path: neither means anything to who wrote the document.
    private static string Plain(string message) => TypeNames().Replace(Tail().Replace(message, ""), "this place");

    [GeneratedRegex(@" Path: \$.*$", RegexOptions.Singleline)]
    private static partial Regex Tail();

    [GeneratedRegex(@"(the )?(\.NET )?(type )?'?(Portfolio|System)\.[^\s']+'?")]
    private static partial Regex TypeNames();
}

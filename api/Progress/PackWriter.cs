using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portfolio.Api.Progress;

// Writes what PackReader reads: what a pack leaves out is left out again.
internal static class PackWriter
{
    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(RequirementPack pack) => JsonSerializer.SerializeToUtf8Bytes(pack, Written);

    public static JsonObject Node(RequirementPack pack) => JsonSerializer.SerializeToNode(pack, Written)!.AsObject();

    public static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, Written)!;
}

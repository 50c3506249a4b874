using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portfolio.Api.Progress;

/// <summary>The one way in which a pack is written: by its content alone, so that the same content has the same hash whoever wrote it how.</summary>
internal static class PackDocument
{
    private static readonly JsonSerializerOptions Written = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Of(RequirementPack pack) =>
        JsonSerializer.SerializeToUtf8Bytes(Ordered(JsonSerializer.SerializeToNode(pack, Written)));

    public static byte[] Hash(byte[] document) => SHA256.HashData(document);

    // By name and not as the model happens to list them: a member that is added to the model later moves nothing.
    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };
}

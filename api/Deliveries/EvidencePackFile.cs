using System.Buffers.Text;
using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>The signed file of an evidence pack that this service made and kept itself: it is read, not checked.</summary>
internal static class EvidencePackFile
{
    public const string Json = "application/json";

    // What is nothing is left out where it is written.
    private static readonly JsonSerializerOptions AsWritten = new(Http.Json.Options) { RespectRequiredConstructorParameters = false };

    public static EvidencePackContent Content(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        var payload = json.RootElement.GetProperty("evidencePack").GetString()!.Split('.')[1];
        return JsonSerializer.Deserialize<EvidencePackContent>(Base64Url.DecodeFromChars(payload), AsWritten)!;
    }
}

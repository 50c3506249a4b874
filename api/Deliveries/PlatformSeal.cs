using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Deliveries;

/// <summary>What a programme set for a platform: addresses and credentials, which open at this platform of this programme and nowhere else.</summary>
internal sealed class PlatformSeal(MasterKey master)
{
    private const string Place = "outward_platform.settings";

    public byte[] Close(Guid programme, Guid platform, IReadOnlyDictionary<string, string> settings) =>
        master.Wrap(JsonSerializer.SerializeToUtf8Bytes(settings, Json.Options), programme, platform, Place);

    public IReadOnlyDictionary<string, string> Open(Guid programme, Guid platform, byte[] closed) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(master.Unwrap(closed, programme, platform, Place), Json.Options)!;
}

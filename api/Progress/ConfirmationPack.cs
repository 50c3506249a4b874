using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

/// <summary>The pack that is confirmed by: the one that is asked for, else the person's own on that day.</summary>
/// <param name="Hash">SHA-256 of the pack's document.</param>
internal sealed record ConfirmationPack(RequirementPack Pack, byte[] Hash)
{
    public static async Task<Answer<ConfirmationPack>> Find(Work work, Guid person, DateOnly day, string? pack, int? version)
    {
        var kept = pack is null ? (await Assignments.Find(work, person, day))?.Kept : await PackStore.Find(work, pack, version, day);
        return kept is not null ? new ConfirmationPack(kept.Pack, kept.Hash) : pack is null ? Problems.NoRequirement : Problems.PackUnknown;
    }
}

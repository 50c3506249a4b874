using Portfolio.Api.Database;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>For which review periods a trainee still has nothing to upload.</summary>
internal static class UploadPeriods
{
    public static async Task<IReadOnlyList<ProposedUpload>> Proposed(Work work, Guid trainee, IReadOnlyList<KeptUpload> kept, DateOnly today)
    {
        var platforms = await UploadPackStore.Connected(work, trainee);
        if (platforms.Count == 0)
            return [];
        var periods = EvidencePeriods.Of((await ProgressStore.Find(work, trainee)).Placements, null, today);
        return [.. platforms.SelectMany(platform => Missing(platform, periods, [.. kept.Where(pack => pack.PlatformId == platform.Id)], today))];
    }

    /// <summary>A pack that reaches to the end of a period, or to today while it is not over, is the period's own; where no review is known, there is nothing to go by.</summary>
    internal static IEnumerable<ProposedUpload> Missing(
        UploadPlatform platform, IReadOnlyList<(string Kind, DateOnly From, DateOnly Until)> periods, IReadOnlyList<KeptUpload> kept, DateOnly today) =>
        from period in periods
        where period.Kind == "review"
        let until = period.Until < today ? period.Until : today
        where !kept.Any(pack => pack.FromOn <= period.From && pack.UntilOn >= until)
        select new ProposedUpload(platform.Id, platform.Name, period.From, until, period.Until < today);
}

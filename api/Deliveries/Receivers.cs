using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>Who may receive: countries and hosts that a programme forbids. What is forbidden stands with each platform, so that whoever claims sees it.</summary>
internal static class Receivers
{
    /// <summary>What holds of an <c>outward_platform o</c> that something may go to.</summary>
    public const string Allowed = "o.forbidden is null";

    private sealed record Row(string Countries, string Hosts);

    private sealed record Judged(Guid PlatformId, byte[] Settings, string Country, string? Forbidden);

    public static Task<bool> Forbids(Work work, Guid platform) => work.Any(
        "select 1 from outward_platform where programme_id = @Programme and platform_id = @platform and forbidden is not null", new { work.Programme, platform });

    public static Task<ForbiddenReceivers> Of(Work work) => Read(work, "");

    /// <summary>The same, kept so until the transaction ends.</summary>
    public static async Task<ForbiddenReceivers> Hold(Work work)
    {
        // There is something to hold from the first time on.
        if (!await work.Any("select 1 from receiver_setting where programme_id = @Programme", new { work.Programme }))
            await work.Run("insert into receiver_setting (programme_id) values (@Programme) on conflict (programme_id) do nothing", new { work.Programme });
        return await Read(work, "for share");
    }

    public static bool Same(ForbiddenReceivers one, ForbiddenReceivers other) =>
        one.ForbiddenCountries.SequenceEqual(other.ForbiddenCountries) && one.ForbiddenHosts.SequenceEqual(other.ForbiddenHosts);

    /// <summary>What is forbidden from now on, and what that means for each platform.</summary>
    public static async Task Set(Work work, PlatformSeal seal, ForbiddenReceivers rules)
    {
        const string Upsert = """
            insert into receiver_setting (programme_id, forbidden_countries, forbidden_hosts) values (@Programme, @countries, @hosts)
            on conflict (programme_id) do update set forbidden_countries = @countries, forbidden_hosts = @hosts
            """;
        await work.Run(Upsert, new { work.Programme, countries = rules.ForbiddenCountries.ToArray(), hosts = rules.ForbiddenHosts.ToArray() });
        var platforms = await work.Rows<Judged>("select platform_id, settings, country, forbidden from outward_platform where programme_id = @Programme order by platform_id", new { work.Programme });
        foreach (var platform in platforms)
            if (WhyNot(rules, platform.Country, seal.Open(work.Programme, platform.PlatformId, platform.Settings).Values) is var why && why != platform.Forbidden)
                await work.Run("update outward_platform set forbidden = @why where programme_id = @Programme and platform_id = @PlatformId", new { work.Programme, platform.PlatformId, why });
    }

    /// <returns><c>country</c> or <c>host</c>; nothing where it may receive.</returns>
    public static string? WhyNot(ForbiddenReceivers rules, string? country, IEnumerable<string> settings) =>
        rules.ForbiddenCountries.Contains(country) ? "country"
        : settings.Select(HostOf).OfType<string>().Any(host => rules.ForbiddenHosts.Any(forbidden => host == forbidden || host.EndsWith("." + forbidden, StringComparison.Ordinal))) ? "host"
        : null;

    public static Problem Refusal(string receiver, string why) => Problems.ReceiverForbidden.Because(why == "country"
        ? $"{receiver} is in a country to which this programme lets nothing go." : $"{receiver} is at an address to which this programme lets nothing go.");

    private static string? HostOf(string setting) =>
        Uri.TryCreate(setting, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url.IdnHost.TrimEnd('.').ToLowerInvariant() : null;

    private static async Task<ForbiddenReceivers> Read(Work work, string locked)
    {
        var sql = $"""
            select array_to_string(forbidden_countries, ',') as countries, array_to_string(forbidden_hosts, ',') as hosts from receiver_setting where programme_id = @Programme {locked}
            """;
        return await work.Row<Row>(sql, new { work.Programme }) is { } row ? new(Split(row.Countries), Split(row.Hosts)) : new([], []);

        static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
    }
}

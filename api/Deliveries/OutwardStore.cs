using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>A platform that is written to, as it is kept.</summary>
internal sealed record Outward(
    Guid PlatformId, string Adapter, byte[] Settings, string Receiver, string Country, string Agreement, int MostAtOnce, DateTimeOffset SetAt, string? Forbidden)
{
    public bool Says(string receiver, string country, string agreement, int mostAtOnce) =>
        (Receiver, Country, Agreement, MostAtOnce) == (receiver, country, agreement, mostAtOnce);
}

internal static class OutwardStore
{
    private const string Select = """
        select platform_id, adapter, settings, receiver, country, agreement, most_at_once::int, set_at, forbidden
        from outward_platform where programme_id = @Programme and platform_id = @platform
        """;

    // What the programme can put right by setting it.
    private const string ByTheProgramme = "'settings-missing', 'address-wrong', 'address-not-public', 'may-not-write', 'sign-in-again'";

    // What the trainee can.
    private const string ByTheTrainee = "'settings-missing', 'sign-in-again'";

    public static Task<Outward?> Find(Work work, Guid platform) => work.Row<Outward>(Select, new { work.Programme, platform });

    /// <summary>Held until the transaction ends: of two who set it, one sees what the other did.</summary>
    public static Task<Outward?> Hold(Work work, Guid platform) => work.Row<Outward>(Select + " for update", new { work.Programme, platform });

    /// <returns>0 where somebody else set it for the first time at this moment.</returns>
    public static Task<int> Add(Work work, Guid platform, OutwardPlatform body, byte[] settings, int mostAtOnce, DateTimeOffset now) => work.Run("""
        insert into outward_platform (programme_id, platform_id, adapter, settings, receiver, country, agreement, most_at_once, set_at)
        values (@Programme, @platform, @Adapter, @settings, @Receiver, @Country, @Agreement, @mostAtOnce, @now)
        on conflict (programme_id, platform_id) do nothing
        """, new { work.Programme, platform, body.Adapter, settings, body.Receiver, body.Country, body.Agreement, mostAtOnce, now });

    public static Task<int> Change(Work work, Guid platform, OutwardPlatform body, byte[] settings, int mostAtOnce, DateTimeOffset now) => work.Run($"""
        update outward_platform
        set settings = @settings, receiver = @Receiver, country = @Country, agreement = @Agreement, most_at_once = @mostAtOnce, set_at = @now, forbidden = null
        where programme_id = @Programme and platform_id = @platform;
        update outward_place set needs = null, needs_since = null, told_at = null, due_at = @now
        where programme_id = @Programme and platform_id = @platform and needs in ({ByTheProgramme})
        """, new { work.Programme, platform, settings, body.Receiver, body.Country, body.Agreement, mostAtOnce, now });

    /// <summary>The trainee did what was waited for: it goes on now.</summary>
    public static Task<int> GoOn(Work work, Guid platform, Guid person, DateTimeOffset now) => work.Run($"""
        update outward_place set needs = null, needs_since = null, told_at = null, due_at = @now
        where programme_id = @Programme and platform_id = @platform and person_id = @person and needs in ({ByTheTrainee})
        """, new { work.Programme, platform, person, now });
}

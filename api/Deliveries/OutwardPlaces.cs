using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>A trainee's place at a platform, as far as the trainee sets it up.</summary>
internal sealed record OutwardPlace(Guid Id, byte[]? Settings, string? Needs);

internal static class OutwardPlaces
{
    private const string Select = "select id, settings, needs from outward_place where programme_id = @Programme and platform_id = @platform and person_id = @person";

    public static Task<OutwardPlace?> Find(Work work, Guid platform, Guid person) => work.Row<OutwardPlace>(Select, new { work.Programme, platform, person });

    /// <summary>The place, made where it is missing, and held until the transaction ends.</summary>
    public static async Task<OutwardPlace> Hold(Work work, Guid platform, Guid person)
    {
        const string Insert = """
            insert into outward_place (programme_id, platform_id, person_id, id) values (@Programme, @platform, @person, @id)
            on conflict (programme_id, platform_id, person_id) do nothing
            """;
        if (await Locked() is { } there)
            return there;
        await work.Run(Insert, new { work.Programme, platform, person, id = Guid.CreateVersion7() });
        return (await Locked())!;

        Task<OutwardPlace?> Locked() => work.Row<OutwardPlace>(Select + " for update", new { work.Programme, platform, person });
    }

    public static Task<int> Set(Work work, Guid place, byte[]? settings) =>
        work.Run("update outward_place set settings = @settings where programme_id = @Programme and id = @place", new { work.Programme, place, settings });
}

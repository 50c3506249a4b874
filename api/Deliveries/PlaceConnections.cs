using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>Opens trainees' places for the adapters.</summary>
internal sealed class PlaceConnections(
    PortfolioDatabase database, PlatformSeal platforms, PlaceSeal seal, PlatformKeys keys, OutboundClients clients, TimeProvider clock)
{
    public PlaceSeal Seal => seal;

    public TimeProvider Clock => clock;

    /// <returns>The place with what the programme and the person set; nothing where there is none, or the platform is not written to.</returns>
    public async Task<PlaceConnection?> Open(Work work, Guid platform, Guid person)
    {
        // A place without any permission there ever was is one that an erasure left, or that was set up first: its own id then stands for the trainee.
        const string Sql = """
            select p.programme_id as programme, p.id, p.platform_id, p.person_id,
                   coalesce((select c.pairwise_id from connection c
                             where c.programme_id = p.programme_id and c.platform_id = p.platform_id and c.person_id = p.person_id limit 1), p.id) as subject,
                   o.adapter, o.settings as platform_settings, p.settings, p.notes
            from outward_place p join outward_platform o on o.programme_id = p.programme_id and o.platform_id = p.platform_id
            where p.programme_id = @Programme and p.platform_id = @platform and p.person_id = @person
            """;
        if (await work.Row<PlaceRow>(Sql, new { work.Programme, platform, person }) is not { } row)
            return null;
        var settings = new Dictionary<string, string>(platforms.Open(work.Programme, platform, row.PlatformSettings));
        foreach (var (name, value) in seal.Open(work.Programme, row.Id, PlaceSeal.Settings, row.Settings))
            settings[name] = value;
        return new(this, row, settings, clients.Of(row.Id), await keys.InUse(work));
    }

    /// <summary>The platform as the programme set it, without any trainee.</summary>
    public async Task<PlatformConnection> OpenPlatform(Work work, Outward outward) => new(
        outward.PlatformId, platforms.Open(work.Programme, outward.PlatformId, outward.Settings), clock, clients.Of(outward.PlatformId), await keys.InUse(work));

    /// <summary>Keeps one note or step beside the others that are there now; durable when this returns.</summary>
    /// <returns>All that are there then.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Keep(PlaceRow place, string what, Guid about, string name, string? value, CancellationToken cancellation)
    {
        var (table, column) = (what.Split('.')[0], what.Split('.')[1]);
        await using var work = await database.Begin(place.Programme, cancellation);
        // Held, so that of two that keep something neither loses the other's.
        if (await work.Row<Kept>($"select {column} as sealed from {table} where programme_id = @Programme and id = @about for update", new { work.Programme, about }) is not { } kept)
            throw new InvalidOperationException($"There is no {table} to keep anything of.");
        var all = new Dictionary<string, string>(seal.Open(work.Programme, about, what, kept.Sealed));
        if (value is null)
            all.Remove(name);
        else
            all[name] = value;
        await work.Run($"update {table} set {column} = @closed where programme_id = @Programme and id = @about", new { work.Programme, about, closed = seal.Close(work.Programme, about, what, all) });
        await work.Commit();
        return all;
    }

    private sealed record Kept(byte[]? Sealed);
}

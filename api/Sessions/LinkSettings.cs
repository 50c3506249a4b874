using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>Whether a programme lets leaders in by a link. Switching it off ends every one at once.</summary>
internal static class LinkSettings
{
    public static async Task<bool> On(Work work) =>
        await work.Row<bool?>("select leader_links from link_setting where programme_id = @Programme", new { work.Programme }) ?? true;

    public static async Task Set(Work work, bool on, Guid by, DateTimeOffset now)
    {
        await work.Run("""
            insert into link_setting (programme_id, leader_links, set_by, set_at) values (@Programme, @on, @by, @now)
            on conflict (programme_id) do update set leader_links = @on, set_by = @by, set_at = @now
            """, new { work.Programme, on, by, now });
        if (!on)
            await RegisterLinkStore.EndAll(work, by, now);
    }
}

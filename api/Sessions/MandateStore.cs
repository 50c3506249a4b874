using Portfolio.Api.Database;

namespace Portfolio.Api.Sessions;

/// <summary>Who may lead, and so sign, on a day.</summary>
internal static class MandateStore
{
    /// <summary>Everybody with a mandate for the group on that day.</summary>
    public static async Task<IReadOnlySet<Guid>> On(Work work, Guid group, DateOnly day) => (await work.Rows<Guid>("""
        select person_id from mandate where programme_id = @Programme and group_id = @group and in_force(from_on, until_on, @day)
        """, new { work.Programme, group, day })).ToHashSet();
}

using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

internal static class GroupStore
{
    private const string Select = """
        select g.id, g.key, g.name, s.name as site, g.form
        from discussion_group g join site s on s.programme_id = g.programme_id and s.id = g.site_id
        where g.programme_id = @Programme
        """;

    public static Task<GroupBody?> Find(Work work, Guid id) => work.Row<GroupBody>(Select + " and g.id = @id", new { work.Programme, id });

    public static Task<Guid> SiteOf(Work work, Guid id) =>
        work.Row<Guid>("select site_id from discussion_group where programme_id = @Programme and id = @id", new { work.Programme, id });

    /// <summary>The groups that somebody leads or belongs to today, and those of these sites.</summary>
    /// <param name="sites">Nothing means every site.</param>
    public static Task<List<GroupBody>> Of(Work work, Guid person, IReadOnlySet<Guid>? sites, DateTimeOffset now) => work.Rows<GroupBody>(Select + """
         and (@everywhere or g.site_id = any(@sites)
              or exists (select 1 from membership m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @person
                        and in_force(m.from_on, m.until_on, local_date(@Programme, @now)))
              or exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @person
                        and in_force(m.from_on, m.until_on, local_date(@Programme, @now))))
        order by g.key
        """, new { work.Programme, person, everywhere = sites is null, sites = sites?.ToArray() ?? [], now });

    /// <summary>The groups that somebody leads on a day.</summary>
    public static Task<List<GroupBody>> Led(Work work, Guid person, DateOnly day) => work.Rows<GroupBody>(Select + """
         and exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @person and in_force(m.from_on, m.until_on, @day))
        order by g.name, g.id
        """, new { work.Programme, person, day });

    public static async Task<Answer<Made>> Add(Work work, NewGroup body, IReadOnlySet<Guid>? sites, Creation creation)
    {
        const string Insert = """
            insert into discussion_group (programme_id, id, key, name, site_id, form, made_by, made_from)
            values (@Programme, @Id, @Key, @Name, @site, @Form, @By, @Hash)
            """;
        if (await MeetingFormStore.WhyNot(work, body.Form) is { } unknown)
            return unknown;
        if ((await SiteStore.Named(work, body.Site, sites)).Refused(out var problem, out var named))
            return problem;
        var site = named.Id;
        return await work.Once("discussion_group", Insert,
            new { work.Programme, creation.Id, body.Key, body.Name, site, body.Form, creation.By, creation.Hash }, creation);
    }
}

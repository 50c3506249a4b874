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

    public static Task<List<GroupBody>> All(Work work) => work.Rows<GroupBody>(Select + " order by g.key", new { work.Programme });

    /// <summary>The groups that somebody leads or belongs to today.</summary>
    public static Task<List<GroupBody>> Of(Work work, Guid person, DateTimeOffset now) => work.Rows<GroupBody>(Select + """
         and (exists (select 1 from membership m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @person
                        and in_force(m.from_on, m.until_on, local_date(@Programme, @now)))
              or exists (select 1 from mandate m where m.programme_id = g.programme_id and m.group_id = g.id and m.person_id = @person
                        and in_force(m.from_on, m.until_on, local_date(@Programme, @now))))
        order by g.key
        """, new { work.Programme, person, now });

    public static async Task<Answer<Made>> Add(Work work, NewGroup body, Creation creation)
    {
        const string Insert = """
            insert into discussion_group (programme_id, id, key, name, site_id, form, made_by, made_from)
            values (@Programme, @Id, @Key, @Name, @site, @Form, @By, @Hash)
            """;
        var site = await FactStore.Site(work, body.Site);
        return await work.Once("discussion_group", Insert,
            new { work.Programme, creation.Id, body.Key, body.Name, site, body.Form, creation.By, creation.Hash }, creation);
    }
}

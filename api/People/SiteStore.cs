using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

internal sealed record Site(Guid Id, string Name);

/// <summary>The sites of a programme, and whose they are to look after.</summary>
internal static class SiteStore
{
    /// <summary>The site of that name, made when it is missing.</summary>
    /// <param name="among">The sites that whoever asks looks after; nothing means every site, and those that are not there yet.</param>
    public static async Task<Answer<Site>> Named(Work work, string name, IReadOnlySet<Guid>? among)
    {
        const string Find = "select id, name from site where programme_id = @Programme and name = @name";
        const string Make = "insert into site (programme_id, id, name) values (@Programme, @id, @name) on conflict (programme_id, name) do nothing";
        if (among is null)
            await work.Run(Make, new { work.Programme, id = Guid.CreateVersion7(), name });
        var site = await work.Row<Site>(Find, new { work.Programme, name });
        return site is not null && among?.Contains(site.Id) is not false ? site : Problems.SiteNotYours.At(new FieldError("$.site", "Name a site that you look after."));
    }

    /// <summary>The sites for which the right that let this request in is the actor's; nothing means every site.</summary>
    public static async Task<IReadOnlySet<Guid>?> Sites(this HttpContext http, Work work, TimeProvider clock) =>
        (await Offices.Of(work, http.Person(), clock.GetUtcNow())).SitesFor(http.Granted().Right);

    /// <summary>Whoever of these has to do with one of the sites, or with none at all yet.</summary>
    public static async Task<IReadOnlySet<Guid>> PeopleOf(Work work, IReadOnlySet<Guid> sites, DateTimeOffset now) => (await work.Rows<Guid>("""
        select id from person
        where programme_id = @Programme
          and (has_no_place(@Programme, id) or exists (select from sites_of(@Programme, id, local_date(@Programme, @now)) site where site = any(@sites)))
        """, new { work.Programme, sites = sites.ToArray(), now })).ToHashSet();

    /// <summary>Nobody is drawn into a site by whoever does not look after them already: that would open their records.</summary>
    public static async Task<Problem?> WhyNotTheirs(Work work, Guid person, IReadOnlySet<Guid>? sites, DateTimeOffset now) =>
        sites is null || (await PeopleOf(work, sites, now)).Contains(person) ? null : Problems.PersonUnknown;
}

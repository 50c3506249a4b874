using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.People;

/// <summary>The offices that somebody holds today, each for the whole programme or for one site.</summary>
internal sealed record Offices(IReadOnlyList<Office> Held)
{
    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["tutor"] = Role.Tutor, ["administrator"] = Role.Administrator, ["director"] = Role.Director,
        ["panel-member"] = Role.PanelMember, ["data-protection-officer"] = Role.DataProtectionOfficer,
    };

    public static Task<Offices> Of(Work work, Asked asked) => Of(work, asked.Actor.Person, asked.Now);

    public static async Task<Offices> Of(Work work, Guid? person, DateTimeOffset now)
    {
        const string Sql = """
            select office as name, site_id from appointment
            where programme_id = @Programme and person_id = @person and in_force(from_on, until_on, local_date(@Programme, @now))
            """;
        return new(person is null ? [] : await work.Rows<Office>(Sql, new { work.Programme, person, now }));
    }

    public bool None => Held.Count == 0;

    /// <summary>What they are to the programme as a whole.</summary>
    public IReadOnlySet<Role> Everywhere => RolesWhere(office => office.SiteId is null);

    /// <summary>What they are to something somewhere in it.</summary>
    public IReadOnlySet<Role> Anywhere => RolesWhere(_ => true);

    /// <summary>What they are to something of these sites.</summary>
    public IReadOnlySet<Role> At(params IReadOnlyCollection<Guid> sites) => RolesWhere(office => office.SiteId is not { } site || sites.Contains(site));

    /// <summary>The sites that they look after by a right; nothing means every site.</summary>
    public IReadOnlySet<Guid>? SitesFor(Right right)
    {
        var offices = Held.Where(office => right.Roles.Contains(Roles[office.Name])).ToList();
        return offices.Any(office => office.SiteId is null) ? null : offices.Select(office => office.SiteId!.Value).ToHashSet();
    }

    public static async Task<bool> IsTutorAt(Work work, Guid person, Guid site, DateTimeOffset now) => (await Of(work, person, now)).At(site).Contains(Role.Tutor);

    /// <summary>Whether somebody holds an office, and whoever asks could not give one: they have no say in how that person signs in.</summary>
    public static async Task<bool> Outranks(Work work, Guid person, Guid asks, DateTimeOffset now) =>
        !(await Of(work, person, now)).None && !Rights.Appoint.Allows((await Of(work, asks, now)).Everywhere);

    private HashSet<Role> RolesWhere(Func<Office, bool> holds) => [.. Held.Where(holds).Select(office => Roles[office.Name])];
}

internal sealed record Office(string Name, Guid? SiteId);

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Lti;

/// <summary>Where a link of a course leads. Whoever follows it may see there what they may see anyway; where they may not, what is due today.</summary>
internal sealed class LtiTargets(PublicAddress address)
{
    public const string Register = "register", MyYear = "my-year", Trainee = "trainee";

    public async Task<string> Of(Work work, LtiMessage message, Guid person, DateTimeOffset now)
    {
        var home = $"/programmes/{work.Programme}";
        var custom = message.Custom;
        return custom.GetValueOrDefault(LtiNames.Page) switch
        {
            Register when Id(custom, LtiNames.Group) is { } group => await Session(work, group, person, now) is { } path ? home + path : home,
            MyYear => $"{home}/trainees/{person}",
            Trainee when Id(custom, LtiNames.Trainee) is { } trainee => await May(work, Rights.ReadProgress, new PersonInPath("id"), trainee, person, now) ? $"{home}/trainees/{trainee}" : home,
            _ => Ours(work.Programme, message.Target) ?? home,
        };
    }

    // Today's session, or what the group's people see where there is none.
    private static async Task<string?> Session(Work work, Guid group, Guid person, DateTimeOffset now)
    {
        const string Sql = """
            select s.id from session s where s.programme_id = @Programme and s.group_id = @group and s.held_on = local_date(@Programme, @now) and s.state <> 'cancelled'
            order by s.state = 'signed', s.starts_at, s.id limit 1
            """;
        var looks = await May(work, Rights.ReadSession, new GroupInPath("id"), group, person, now);
        var today = await work.Row<Guid?>(Sql, new { work.Programme, group, now });
        return looks ? today is { } session ? $"/sessions/{session}/register" : $"/groups/{group}"
            : today is not null && await May(work, Rights.AcceptAgreement, new GroupInPath("id"), group, person, now) ? "/check-in"
            : null;
    }

    private static async Task<bool> May(Work work, Right right, Subject subject, Guid id, Guid person, DateTimeOffset now) =>
        right.Allows(await subject.RolesOf(new(new Actor(work.Programme, person, null), new() { ["id"] = id }, now), work));

    // The address in a link can be anybody's: only a path of this programme's pages is followed, and never one of the door itself.
    private string? Ours(Guid programme, Uri? target)
    {
        var home = $"/programmes/{programme:D}";
        return target is not null && (!address.IsSet || target.Host == address.Base.Host) && (target.AbsolutePath == home || target.AbsolutePath.StartsWith(home + "/", StringComparison.Ordinal))
            && !target.AbsolutePath.StartsWith(home + "/lti", StringComparison.Ordinal) ? target.AbsolutePath : null;
    }

    private static Guid? Id(IReadOnlyDictionary<string, string> custom, string name) => custom.TryGetValue(name, out var text) && Guid.TryParse(text, out var id) ? id : null;
}

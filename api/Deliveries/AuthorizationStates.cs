using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Deliveries;

/// <summary>
/// What a platform sends back with a trainee who signed in there: random, for ten minutes, once. It is good only for the trainee who began it, signed in here too:
/// otherwise somebody could have another person sign in, and write into that person's portfolio.
/// </summary>
internal static class AuthorizationStates
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static async Task<string> Make(Work work, Guid platform, Guid person, DateTimeOffset now)
    {
        const string Sql = """
            delete from authorization_state where programme_id = @Programme and expires_at <= @now;
            insert into authorization_state (programme_id, hash, platform_id, person_id, expires_at) values (@Programme, @Hash, @platform, @person, @until)
            """;
        var state = LinkSecret.Make(work.Programme);
        await work.Run(Sql, new { work.Programme, state.Hash, platform, person, until = now + Lasts, now });
        return state.Text;
    }

    /// <returns>The platform that it leads back from; nothing where it is over, was used or is somebody else's.</returns>
    public static Task<Guid?> Find(Work work, string? state, Guid person, DateTimeOffset now) => Of(work, "select platform_id from authorization_state", "", state, person, now);

    /// <summary>The same, and never again.</summary>
    public static Task<Guid?> Use(Work work, string? state, Guid person, DateTimeOffset now) => Of(work, "delete from authorization_state", "returning platform_id", state, person, now);

    private static async Task<Guid?> Of(Work work, string what, string returning, string? state, Guid person, DateTimeOffset now) =>
        LinkSecret.Read(state) is { } read && read.Programme == work.Programme
            ? await work.Row<Guid?>($"{what} where programme_id = @Programme and hash = @Hash and person_id = @person and expires_at > @now {returning}",
                new { work.Programme, read.Hash, person, now })
            : null;
}

using System.Text;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>A session, and beside whoever may see it whoever has a line on its register or belonged to the group that day: they may say that it is not right.</summary>
internal sealed class SessionOfOneselfInPath(string idInPath) : Subject
{
    private readonly SessionInPath session = new(idInPath);

    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work)
    {
        const string Sql = """
            select 1 from session s
            where s.programme_id = @Programme and s.id = @session
              and (exists (select 1 from register_line l where l.programme_id = s.programme_id and l.session_id = s.id and l.person_id = @person)
                or exists (select 1 from membership m where m.programme_id = s.programme_id and m.group_id = s.group_id and m.person_id = @person
                             and in_force(m.from_on, m.until_on, s.held_on)))
            """;
        var roles = new HashSet<Role>(await session.RolesOf(asked, work));
        if (asked.Actor is { Person: { } person, Session: null } && await work.Any(Sql, new { work.Programme, person, session = asked.Id(idInPath) }))
            roles.Add(Role.Oneself);
        return roles;
    }
}

/// <summary>
/// What is said not to be right with a session: open until its signed register is corrected, or somebody answers. Signing a register is no answer to what was said of it before.
/// </summary>
internal sealed class SessionQueries(PersonKeys keys, QueryLetters letters, TimeProvider clock)
{
    /// <summary>That a query `q` waits.</summary>
    internal const string IsOpen = """
        q.answered_at is null and not exists (select 1 from register_version c where c.programme_id = q.programme_id and c.session_id = q.session_id and c.number > 1
                                                and c.signed_at > q.asked_at)
        """;

    internal const string SaysPlace = "session_query.says", AnswerPlace = "session_query.answer";

    private const string Columns = """
        select q.id, q.session_id, q.person_id, q.says, q.asked_at, q.answer, q.answered_by, q.answered_at, q.passed_on_at,
               exists (select 1 from register_version c where c.programme_id = q.programme_id and c.session_id = q.session_id and c.number > 1
                         and c.signed_at > q.asked_at) as corrected
        from session_query q where q.programme_id = @Programme
        """;

    private sealed record Kept(
        Guid Id, Guid SessionId, Guid PersonId, byte[] Says, DateTimeOffset AskedAt, byte[]? Answer, Guid? AnsweredBy, DateTimeOffset? AnsweredAt,
        DateTimeOffset? PassedOnAt, bool Corrected);

    public async Task<Answer<Made>> Ask(Work work, Guid session, NewQuery body, Creation creation)
    {
        const string Insert = """
            insert into session_query (programme_id, id, session_id, person_id, says, asked_at, made_by, made_from)
            values (@Programme, @Id, @session, @By, @says, @now, @By, @Hash)
            """;
        var (now, key) = (clock.GetUtcNow(), (await keys.Of(work, [creation.By!.Value]))[creation.By.Value]);
        var made = await work.Once("session_query", Insert,
            new { work.Programme, creation.Id, session, creation.By, says = key.Close(Encoding.UTF8.GetBytes(body.Says), SaysPlace), now, creation.Hash }, creation);
        if (made.Problem is null && made.Value!.Now)
            await letters.Ask(work, session, creation.By.Value, now);
        return made;
    }

    public async Task<Problem?> Answer(Work work, Guid session, Guid query, Guid by, string answer)
    {
        const string Sql = """
            update session_query set answer = @closed, answered_by = @by, answered_at = greatest(@now, asked_at)
            where programme_id = @Programme and id = @query and answered_at is null
            """;
        if (await One(work, session, query) is not { } row)
            return Problems.NotFound;
        if (!(await keys.Of(work, [row.PersonId])).TryGetValue(row.PersonId, out var key))
            return Problems.PersonErased;
        var closed = key.Close(Encoding.UTF8.GetBytes(answer), AnswerPlace);
        return await work.Run(Sql, new { work.Programme, query, by, closed, now = clock.GetUtcNow() }) == 1 ? null : Problems.AnsweredAlready;
    }

    public async Task<QueryBody?> Find(Work work, Guid session, Guid query) =>
        await One(work, session, query) is { } row ? (await Bodies(work, [row])).SingleOrDefault() : null;

    /// <summary>Of one session; of one person's own where only those are theirs to see.</summary>
    public async Task<IReadOnlyList<QueryBody>> Of(Work work, Guid session, Guid? only) => await Bodies(work, await work.Rows<Kept>(
        Columns + " and q.session_id = @session and (@only::uuid is null or q.person_id = @only) order by q.asked_at, q.id", new { work.Programme, session, only }));

    private static Task<Kept?> One(Work work, Guid session, Guid query) =>
        work.Row<Kept>(Columns + " and q.session_id = @session and q.id = @query", new { work.Programme, session, query });

    // What somebody said who was erased cannot be read any more.
    private async Task<IReadOnlyList<QueryBody>> Bodies(Work work, IReadOnlyList<Kept> rows)
    {
        var of = await keys.Of(work, [.. rows.Select(row => row.PersonId).Distinct()]);
        return
        [
            .. rows.Where(row => of.ContainsKey(row.PersonId)).Select(row => new QueryBody(
                row.Id, row.SessionId, row.PersonId, Encoding.UTF8.GetString(of[row.PersonId].Open(row.Says, SaysPlace)), row.AskedAt,
                row.AnsweredAt is not null ? "answered" : row.Corrected ? "corrected" : "open",
                row.Answer is null ? null : Encoding.UTF8.GetString(of[row.PersonId].Open(row.Answer, AnswerPlace)), row.AnsweredBy, row.AnsweredAt, row.PassedOnAt)),
        ];
    }
}

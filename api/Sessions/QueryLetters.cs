using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Sessions;

/// <summary>That somebody says a session is not right: to its leaders at once, to the tutors when nobody has answered. Neither who says it nor what is in a letter.</summary>
internal sealed class QueryLetters(PersonStore people, SignInAddresses addresses, PublicAddress address)
{
    private static readonly TimeSpan LeadersHave = TimeSpan.FromDays(14);

    public async Task Ask(Work work, Guid session, Guid by, DateTimeOffset now)
    {
        var of = (await SessionStore.Find(work, session))!;
        var leaders = await MandateStore.On(work, of.GroupId, of.HeldOn);
        await Write(work, of, [.. leaders.Where(leader => leader != by)],
            "Somebody who belongs to the group says that this session is not right. Put it right, or answer in a line or two.", now);
    }

    /// <summary>What waited long enough goes to the tutors too, each once.</summary>
    public async Task PassOn(Work work, DateOnly today, DateTimeOffset now)
    {
        const string Take = $"""
            update session_query q set passed_on_at = @now
            where q.programme_id = @Programme and q.passed_on_at is null and q.asked_at <= @since and {SessionQueries.IsOpen}
            returning q.session_id
            """;
        foreach (var session in (await work.Rows<Guid>(Take, new { work.Programme, now, since = now - LeadersHave })).Distinct())
        {
            var of = (await SessionStore.Find(work, session))!;
            await Write(work, of, await HandoverStore.Tutors(work, of.GroupId, today),
                "Somebody who belongs to the group said fourteen days ago that this session is not right, and no leader has answered.", now);
        }
    }

    private async Task Write(Work work, Session of, IReadOnlyCollection<Guid> to, string text, DateTimeOffset now)
    {
        var subject = $"{(await GroupStore.Find(work, of.GroupId))!.Name}, {of.HeldOn.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: something is not right";
        foreach (var person in await people.Find(work, to))
            await addresses.Write(work, person, "session-query", subject, $"{text}\n\n{address.Base}programmes/{work.Programme:D}/sessions/{of.Id:D}/not-right\n", now);
    }
}

using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Meetings that nobody led, kept under the key of whoever wrote them down.</summary>
internal sealed class MeetingStore(PersonKeys keys)
{
    private const string Place = "meeting.partner";

    private const string Select = """
        select id, person_id, with_id, partner, peers::text, did, form, mode, held_on, minutes::int, confirmed_at, version from meeting where programme_id = @Programme
        """;

    private sealed record Row(
        Guid Id, Guid PersonId, Guid? WithId, byte[]? Partner, string Peers, string Did, string Form, string Mode, DateOnly HeldOn, int Minutes,
        DateTimeOffset? ConfirmedAt, int Version);

    public async Task<MeetingBody?> Find(Work work, Guid id, Guid seenBy) =>
        (await Open(work, await work.Rows<Row>(Select + " and id = @id", new { work.Programme, id }), seenBy)).SingleOrDefault();

    /// <summary>Those that somebody wrote down, and those that others wrote down with them.</summary>
    /// <param name="seenBy">To whom a partner's name is shown: to the writer alone; nothing where it is for the writer's formal account.</param>
    public async Task<IReadOnlyList<MeetingBody>> Of(Work work, Guid person, DateOnly? from, DateOnly? until, Guid? seenBy) => await Open(work, await work.Rows<Row>(Select + """
         and (person_id = @person or with_id = @person) and held_on >= coalesce(@from, held_on) and held_on <= coalesce(@until, held_on) order by held_on, id
        """, new { work.Programme, person, from, until }), seenBy);

    public async Task<Answer<Made>> Add(Work work, Guid person, ChangedMeeting said, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into meeting (programme_id, id, person_id, with_id, partner, peers, did, form, mode, held_on, minutes, made_by, made_from, made_at)
            values (@Programme, @Id, @person, @WithId, @partner, @peers::jsonb, @Role, @Form, @Mode, @HeldOn, @Minutes, @By, @Hash, @now)
            """;
        return await work.Once("meeting", Insert, new
        {
            work.Programme, creation.Id, person, said.WithId, partner = await Close(work, person, said), peers = Peers(said), said.Role, said.Form, said.Mode, said.HeldOn,
            said.Minutes, creation.By, creation.Hash, now,
        }, creation);
    }

    /// <summary>Keeps what was meant, of a meeting that is still the one the caller saw and that nobody confirmed.</summary>
    public async Task<bool> Change(Work work, Guid id, Guid person, ChangedMeeting said, int seen) => await work.Run("""
        update meeting set with_id = @WithId, partner = @partner, peers = @peers::jsonb, did = @Role, form = @Form, mode = @Mode, held_on = @HeldOn, minutes = @Minutes,
               version = version + 1
        where programme_id = @Programme and id = @id and version = @seen and confirmed_at is null
        """, new
    {
        work.Programme, id, seen, said.WithId, partner = await Close(work, person, said), peers = Peers(said), said.Role, said.Form, said.Mode, said.HeldOn, said.Minutes,
    }) == 1;

    /// <summary>Confirms what the other person saw; once confirmed, it stays so.</summary>
    public static async Task<bool> Confirm(Work work, Guid id, int seen, DateTimeOffset now) => await work.Run("""
        update meeting set confirmed_at = @now, version = version + 1
        where programme_id = @Programme and id = @id and version = @seen and confirmed_at is null
        """, new { work.Programme, id, seen, now }) == 1;

    public static Task Delete(Work work, Guid id) => work.Run("delete from meeting where programme_id = @Programme and id = @id", new { work.Programme, id });

    private async Task<byte[]?> Close(Work work, Guid person, ChangedMeeting said) =>
        said.Partner is { } name ? (await keys.Of(work, [person]))[person].Close(Encoding.UTF8.GetBytes(name), Place) : null;

    private static string Peers(ChangedMeeting said) => JsonSerializer.Serialize((said.Peers ?? []).ToDictionary(peer => peer.Profession, peer => peer.Number), Json.Options);

    private async Task<IReadOnlyList<MeetingBody>> Open(Work work, List<Row> rows, Guid? seenBy)
    {
        var of = await keys.Of(work, [.. rows.Select(row => row.PersonId).Distinct()]);
        return
        [
            .. rows.Select(row => new MeetingBody(
                row.Id, row.PersonId, row.HeldOn, row.Minutes, row.Form, row.Mode, row.Did, row.WithId,
                row.Partner is { } closed && (seenBy is null || row.PersonId == seenBy) && of.TryGetValue(row.PersonId, out var key) ? Encoding.UTF8.GetString(key.Open(closed, Place)) : null,
                [.. JsonSerializer.Deserialize<Dictionary<string, int>>(row.Peers, Json.Options)!.OrderBy(peer => peer.Key, StringComparer.Ordinal)
                    .Select(peer => new PeersOfProfession(peer.Key, peer.Value))],
                row.ConfirmedAt, row.Version)),
        ];
    }
}

using System.Text.Json;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

internal sealed class SignInStore(PersonKeys keys, MasterKey master)
{
    private const string Place = "sign_in.detail";

    private sealed record Row(Guid Id, Guid PersonId, string Kind, byte[] Detail);

    private sealed record Shown(Guid Id, string Kind, DateTimeOffset AddedAt, DateTimeOffset? UsedAt);

    public static async Task<IReadOnlyList<SignInBody>> List(Work work, Guid person) => [..
        (await work.Rows<Shown>("""
            select id, kind, added_at, used_at from sign_in where programme_id = @Programme and person_id = @person and ended_at is null order by added_at, id
            """, new { work.Programme, person })).Select(row => new SignInBody(row.Id, row.Kind, row.AddedAt, row.UsedAt))];

    /// <summary>Whether they ever had one: ended ones count, or whoever may end them could take somebody's place by an open mailbox alone.</summary>
    public static Task<bool> HadAny(Work work, Guid person) =>
        work.Any("select 1 from sign_in where programme_id = @Programme and person_id = @person", new { work.Programme, person });

    /// <param name="by">Themselves, or whoever invited them.</param>
    public async Task<SignIn> Add(Work work, Guid person, string kind, SignInDetail detail, Guid? by, DateTimeOffset now)
    {
        const string Sql = """
            insert into sign_in (programme_id, id, person_id, kind, handle_hash, detail, added_at, added_by)
            values (@Programme, @Id, @person, @kind, @handle, @sealed, @now, @by)
            """;
        var signIn = new SignIn(Guid.CreateVersion7(), person, kind, detail);
        await work.Run(Sql, new { work.Programme, signIn.Id, person, kind, handle = Handle(work, detail), @sealed = await Close(work, signIn), now, by });
        return signIn;
    }

    /// <summary>Somebody's live ones of a kind, held until the transaction ends: what is taken once is not taken twice at the same moment.</summary>
    public Task<IReadOnlyList<SignIn>> Hold(Work work, Guid person, string kind) =>
        Open(work, "person_id = @person and kind = @kind", new { work.Programme, person, kind });

    public async Task<SignIn?> HoldPasskey(Work work, byte[] credential) => (await Open(work, "kind = 'passkey' and handle_hash = @handle", new
    {
        work.Programme, handle = Handle(work, credential),
    })).SingleOrDefault();

    /// <summary>It was shown just now: what that changed of it is kept.</summary>
    public async Task Used(Work work, SignIn signIn, DateTimeOffset now) => await work.Run("""
        update sign_in set detail = @sealed, used_at = @now where programme_id = @Programme and id = @Id
        """, new { work.Programme, signIn.Id, @sealed = await Close(work, signIn), now });

    /// <summary>Ends it, with every session that it opened, and forgets what it was.</summary>
    /// <returns>Whether it was live.</returns>
    public static async Task<bool> End(Work work, Guid person, Guid id, DateTimeOffset now)
    {
        const string Sql = """
            update sign_in set ended_at = greatest(@now, added_at), detail = null, handle_hash = null
            where programme_id = @Programme and person_id = @person and id = @id and ended_at is null
            """;
        await BrowserSessions.End(work, id);
        return await work.Run(Sql, new { work.Programme, person, id, now }) == 1;
    }

    /// <summary>Ends all of somebody's, and every token of theirs.</summary>
    /// <returns>How many sign-ins and tokens ended.</returns>
    public static Task<int> EndAll(Work work, Guid person, DateTimeOffset now) => work.Run("""
        update sign_in set ended_at = greatest(@now, added_at), detail = null, handle_hash = null
        where programme_id = @Programme and person_id = @person and ended_at is null;
        delete from access_token where programme_id = @Programme and person_id = @person
        """, new { work.Programme, person, now });

    private async Task<IReadOnlyList<SignIn>> Open(Work work, string which, object values)
    {
        var rows = await work.Rows<Row>($"""
            select id, person_id, kind, detail from sign_in where programme_id = @Programme and ended_at is null and {which} order by added_at, id for update
            """, values);
        var of = await keys.Of(work, [.. rows.Select(row => row.PersonId).Distinct()]);
        return [.. rows.Where(row => of.ContainsKey(row.PersonId)).Select(row => new SignIn(
            row.Id, row.PersonId, row.Kind, JsonSerializer.Deserialize<SignInDetail>(of[row.PersonId].Open(row.Detail, Place), Json.Options)!))];
    }

    private async Task<byte[]> Close(Work work, SignIn signIn) =>
        (await keys.Of(work, [signIn.Person]))[signIn.Person].Close(JsonSerializer.SerializeToUtf8Bytes(signIn.Detail, Json.Options), Place);

    private byte[]? Handle(Work work, SignInDetail detail) => detail.Passkey is { CredentialId: var id } ? Handle(work, id) : null;

    private byte[] Handle(Work work, byte[] credential) => master.LookUp(work.Programme, "passkey", Convert.ToHexString(credential));
}

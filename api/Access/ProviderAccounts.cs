using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Access;

/// <summary>Which account of a provider is whose, in one programme. Found by the account alone: an e-mail address can be given to somebody else.</summary>
internal sealed class ProviderAccounts(MasterKey master, PersonKeys keys)
{
    private const string Place = "sign_in.detail";

    /// <summary>What the person is shown of it.</summary>
    private sealed record Detail(string Label);

    /// <summary>A live sign-in, and whose it is.</summary>
    internal sealed record SignIn(Guid Id, Guid PersonId);

    /// <summary>Whose account this is; nobody who was erased.</summary>
    public Task<SignIn?> Find(Work work, ProviderAccount account) => work.Row<SignIn>("""
        select s.id, s.person_id from sign_in s join person_key k on k.programme_id = s.programme_id and k.person_id = s.person_id
        where s.programme_id = @Programme and s.kind = 'provider' and s.handle_hash = @handle and s.ended_at is null
        """, new { work.Programme, handle = Handle(work.Programme, account) });

    /// <param name="by">Themselves, or whoever invited them.</param>
    /// <returns>The sign-in, the one that is there where it was theirs already.</returns>
    public async Task<Answer<SignIn>> Add(Work work, NewProviderAccount added, Guid? by, DateTimeOffset now)
    {
        const string Insert = """
            insert into sign_in (programme_id, id, person_id, kind, handle_hash, detail, added_at, added_by)
            values (@Programme, @Id, @PersonId, 'provider', @handle, @detail, @now, @by)
            on conflict (programme_id, kind, handle_hash) where ended_at is null do nothing
            """;
        if (!(await keys.Of(work, [added.Person])).TryGetValue(added.Person, out var key))
            return Problems.SignInUnknown;
        var signIn = new SignIn(Guid.CreateVersion7(), added.Person);
        var detail = key.Close(JsonSerializer.SerializeToUtf8Bytes(new Detail(added.Provider.DisplayName), Json.Options), Place);
        if (await work.Run(Insert, new { work.Programme, signIn.Id, signIn.PersonId, handle = Handle(work.Programme, added.Account), detail, now, by }) == 1)
            return signIn;
        return await Find(work, added.Account) is { } there && there.PersonId == added.Person ? there : Problems.SignInTaken;
    }

    public static Task<int> Used(Work work, SignIn used, DateTimeOffset now) =>
        work.Run("update sign_in set used_at = @now where programme_id = @Programme and id = @Id", new { work.Programme, used.Id, now });

    // Hashed first, because accounts are told apart by case and a look-up's value is not. No issuer holds the separator, so the halves stay apart.
    private byte[] Handle(Guid programme, ProviderAccount account) =>
        master.LookUp(programme, "sign-in", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Issuer}\0{account.Subject}"))));
}

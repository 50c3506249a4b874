using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Lti;

/// <summary>Which account of a platform is whose. It is one of a person's ways of signing in: they see it, end it, and have it in their export.</summary>
internal sealed class LtiAccounts(MasterKey master, PersonKeys keys)
{
    private const string Place = "sign_in.detail";

    /// <summary>A live account.</summary>
    internal sealed record Account(Guid Id, Guid PersonId, DateTimeOffset? UsedAt);

    /// <summary>What the person is shown of it, and by what the platform knows them.</summary>
    private sealed record Detail(string Label, string Subject, string? Number);

    /// <summary>Whose it is; nobody who was erased.</summary>
    public Task<Account?> Find(Work work, Guid registration, string subject) => work.Row<Account>("""
        select s.id, s.person_id, s.used_at from sign_in s join person_key k on k.programme_id = s.programme_id and k.person_id = s.person_id
        where s.programme_id = @Programme and s.kind = 'platform' and s.handle_hash = @handle and s.ended_at is null
        """, new { work.Programme, handle = Handle(work.Programme, registration, subject) });

    public static Task<bool> IsLive(Work work, Guid id) =>
        work.Any("select 1 from sign_in where programme_id = @Programme and id = @id and kind = 'platform' and ended_at is null", new { work.Programme, id });

    /// <param name="by">Themselves, or whoever invited them.</param>
    /// <returns>The account, the one that is there where it was theirs already.</returns>
    public async Task<Answer<Account>> Add(Work work, Guid person, LtiRegistration registration, string subject, string? number, Guid? by, DateTimeOffset now)
    {
        const string Insert = """
            insert into sign_in (programme_id, id, person_id, kind, handle_hash, detail, added_at, added_by, registration_id)
            values (@Programme, @id, @person, 'platform', @handle, @detail, @now, @by, @registration)
            on conflict (programme_id, kind, handle_hash) where ended_at is null do nothing
            """;
        if (!(await keys.Of(work, [person])).TryGetValue(person, out var key))
            return Problems.SignInUnknown;
        var account = new Account(Guid.CreateVersion7(), person, null);
        var detail = key.Close(JsonSerializer.SerializeToUtf8Bytes(new Detail(registration.Name, subject, number), Json.Options), Place);
        var handle = Handle(work.Programme, registration.Id, subject);
        if (await work.Run(Insert, new { work.Programme, id = account.Id, person, handle, detail, now, by, registration = registration.Id }) == 1)
            return account;
        return await Find(work, registration.Id, subject) is { } there && there.PersonId == person ? there : Problems.SignInTaken;
    }

    /// <summary>By which number the platform knows somebody, where it said.</summary>
    public async Task<string?> NumberOf(Work work, Guid person, Guid registration)
    {
        const string Sql = """
            select detail from sign_in where programme_id = @Programme and person_id = @person and registration_id = @registration and ended_at is null order by added_at desc, id limit 1
            """;
        return await work.Row<byte[]?>(Sql, new { work.Programme, person, registration }) is { } closed && (await keys.Of(work, [person])).TryGetValue(person, out var key)
            ? JsonSerializer.Deserialize<Detail>(key.Open(closed, Place), Json.Options)!.Number
            : null;
    }

    public static Task<int> Used(Work work, Guid account, DateTimeOffset now) =>
        work.Run("update sign_in set used_at = @now where programme_id = @Programme and id = @account", new { work.Programme, account, now });

    // Hashed first, because accounts are told apart by case and a look-up's value is not.
    private byte[] Handle(Guid programme, Guid registration, string subject) =>
        master.LookUp(programme, $"lti-account {registration:D}", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(subject))));
}

/// <summary>Who in a programme somebody is of whom another system tells: by professional number, else by address.</summary>
internal sealed class LtiMatch(PersonStore people, SignInAddresses addresses)
{
    public async Task<(Guid Person, string By)?> Of(Work work, string? number, string? email)
    {
        if (number is { Length: > 0 } && await people.IdOfNumber(work, number) is { } numbered)
            return (numbered, "number");
        return email is { Length: > 2 and <= 254 } && await addresses.WhoHas(work, email) is var (person, _) ? (person.Id, "email") : null;
    }
}

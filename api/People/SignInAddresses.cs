using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Mail;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>Somebody's addresses: the one on record, and those they added and confirmed. A letter may go to each; none signs anybody in by itself.</summary>
internal sealed class SignInAddresses(PersonKeys keys, MasterKey master, PersonStore people, Letters letters)
{
    private const string Place = "address.content";
    private const int MostTries = 5, MostAddresses = 5;

    public static readonly TimeSpan CodeLasts = TimeSpan.FromHours(1);

    private sealed record Row(Guid Id, byte[] Content, DateTimeOffset MadeAt, DateTimeOffset? ConfirmedAt);

    private sealed record CodeRow(Guid Id, byte[] CodeHash);

    public async Task<AddressList> List(Work work, Person person) => new(person.Identity.Email, await Added(work, person.Id));

    /// <summary>Where somebody can be reached: on record first.</summary>
    public async Task<IReadOnlyList<string>> Of(Work work, Person person) =>
    [
        .. person.Identity.Email is { } onRecord ? [onRecord] : Array.Empty<string>(),
        .. (await Added(work, person.Id)).Where(address => address.ConfirmedAt is not null).Select(address => address.Address),
    ];

    /// <summary>The one person who has this address, and the address as they have it; nobody where two have it.</summary>
    public async Task<(Person Person, string Address)?> WhoHas(Work work, string typed)
    {
        const string Sql = """
            select id from person where programme_id = @Programme and email_hash = @hash
            union select person_id from address where programme_id = @Programme and hash = @hash and confirmed_at is not null and ended_at is null
            """;
        var hash = Hash(work, typed);
        if (await work.Rows<Guid>(Sql, new { work.Programme, hash }) is not [var one] || await people.Find(work, one) is not { } person)
            return null;
        // Two spellings can look up alike, and one of them be a stranger's mailbox: a letter goes to the address that is kept, never to what was typed.
        return (await Of(work, person)).FirstOrDefault(address => Hash(work, address).SequenceEqual(hash)) is { } kept ? (person, kept) : null;
    }

    /// <summary>Sends a letter to the address on record alone.</summary>
    public async Task Write(Work work, Person person, string kind, string subject, string text, DateTimeOffset now)
    {
        if (person.Identity.Email is { } onRecord && (await keys.Of(work, [person.Id])).TryGetValue(person.Id, out var key))
            await letters.Post(work, key, kind, new(onRecord, subject, text), now);
    }

    /// <summary>Sends the same letter to every address of somebody, so that whoever reads one of them learns of it.</summary>
    public async Task Tell(Work work, Person person, string kind, string subject, string text, DateTimeOffset now)
    {
        if (!(await keys.Of(work, [person.Id])).TryGetValue(person.Id, out var key))
            return;
        foreach (var address in (await Of(work, person)).Distinct(StringComparer.OrdinalIgnoreCase))
            await letters.Post(work, key, kind, new(address, subject, text), now);
    }

    public async Task<Answer<Made>> Add(Work work, Person person, NewAddress body, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into address (programme_id, id, person_id, hash, content, code_hash, code_expires_at, made_by, made_from, made_at)
            values (@Programme, @Id, @person, @addressHash, @content, @codeHash, @expires, @By, @Hash, @now)
            """;
        if ((await Added(work, person.Id)).Count(address => address.Id != creation.Id) >= MostAddresses)
            return Problems.TooManyAddresses;
        var code = NewCode();
        var key = (await keys.Of(work, [person.Id]))[person.Id];
        var added = await work.Once("address", Insert, new
        {
            work.Programme, creation.Id, person = person.Id, addressHash = Hash(work, body.Address), content = key.Close(Encoding.UTF8.GetBytes(body.Address), Place),
            codeHash = CodeHash(work, creation.Id, code), expires = now + CodeLasts, creation.By, creation.Hash, now,
        }, creation);
        if (added is { Value.Now: true })
        {
            await letters.Post(work, key, "address-code", new(body.Address, "Your code", SignInLetters.AddressCode(code)), now);
            await Tell(work, person, "address-added", "An address was added", SignInLetters.AddressAdded, now);
        }
        return added;
    }

    /// <returns>Why not, if not; the try counts all the same.</returns>
    public async Task<Problem?> Confirm(Work work, Guid person, Guid id, string code, DateTimeOffset now)
    {
        const string Try = """
            update address set wrong_codes = wrong_codes + 1
            where programme_id = @Programme and person_id = @person and id = @id and confirmed_at is null and ended_at is null
              and code_expires_at > @now and wrong_codes < @MostTries returning id, code_hash
            """;
        if (await work.Row<CodeRow>(Try, new { work.Programme, person, id, now, MostTries }) is not { } row)
            return Problems.CodeOver;
        if (!CryptographicOperations.FixedTimeEquals(row.CodeHash, CodeHash(work, id, code)))
            return Problems.CodeWrong;
        await work.Run("update address set confirmed_at = @now where programme_id = @Programme and id = @id", new { work.Programme, id, now });
        return null;
    }

    /// <summary>Ends it; the address itself is told, and so are the others.</summary>
    public async Task End(Work work, Person person, Guid id, DateTimeOffset now)
    {
        var ended = (await Added(work, person.Id)).SingleOrDefault(address => address.Id == id);
        if (ended is null)
            return;
        await Tell(work, person, "address-ended", "An address was removed", SignInLetters.AddressEnded, now);
        await work.Run("update address set ended_at = @now where programme_id = @Programme and id = @id", new { work.Programme, id, now });
    }

    internal static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<AddressBody>> Added(Work work, Guid person)
    {
        const string Sql = """
            select id, content, made_at, confirmed_at from address where programme_id = @Programme and person_id = @person and ended_at is null order by made_at, id
            """;
        return (await keys.Of(work, [person])).TryGetValue(person, out var key)
            ? [.. (await work.Rows<Row>(Sql, new { work.Programme, person })).Select(row =>
                new AddressBody(row.Id, Encoding.UTF8.GetString(key.Open(row.Content, Place)), row.MadeAt, row.ConfirmedAt))]
            : [];
    }

    private byte[] Hash(Work work, string address) => master.LookUp(work.Programme, "email", address);

    private byte[] CodeHash(Work work, Guid id, string code) => master.LookUp(work.Programme, $"address-code {id:D}", code);
}

using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.People;

internal sealed class PersonStore(MasterKey master, PersonKeys keys)
{
    private sealed record Row(Guid Id, byte[] Identity);

    private const string Insert = """
        insert into person (programme_id, id, identity, key_hash, email_hash, number_hash, made_by, made_from, made_at)
        values (@Programme, @Id, @identity, @keyHash, @emailHash, @numberHash, @By, @Hash, @now)
        """;

    public async Task<Answer<MadePerson>> Add(Work work, Identity identity, Creation creation, DateTimeOffset now)
    {
        const string Key = "insert into person_key (programme_id, person_id, wrapped) values (@Programme, @Id, @wrapped)";
        var (key, wrapped) = keys.Make(work.Programme, creation.Id);
        var values = new
        {
            work.Programme, creation.Id, identity = identity.Close(key), creation.By, creation.Hash, now,
            keyHash = Hash(work, "key", identity.Key), emailHash = Hash(work, "email", identity.Email), numberHash = NumberHash(work, identity),
        };
        var made = await work.Once("person", Insert, values, creation);
        if (made.Refused(out var problem, out var done))
            return problem;
        if (done.Now)
            await work.Run(Key, new { work.Programme, creation.Id, wrapped });
        return new MadePerson((await Find(work, creation.Id))!, done.Now);
    }

    public async Task<Person?> Find(Work work, Guid id) => (await Find(work, [id])).SingleOrDefault();

    /// <summary>These people, without those who were erased.</summary>
    public async Task<IReadOnlyList<Person>> Find(Work work, IReadOnlyCollection<Guid> ids)
    {
        const string Sql = "select id, identity from person where programme_id = @Programme and id = any(@ids)";
        return await Open(work, await work.Rows<Row>(Sql, new { work.Programme, ids = ids.ToArray() }));
    }

    /// <summary>These people as they are until the transaction ends: what is signed about them meanwhile waits for a correction of their name, and it for that.</summary>
    public async Task<IReadOnlyList<Person>> Hold(Work work, IReadOnlyCollection<Guid> ids)
    {
        const string Sql = "select id, identity from person where programme_id = @Programme and id = any(@ids) order by id for share";
        return await Open(work, await work.Rows<Row>(Sql, new { work.Programme, ids = ids.ToArray() }));
    }

    /// <summary>One person, for whoever will change what they are called or erase them; nobody where they are not there or erased.</summary>
    public async Task<Person?> Lock(Work work, Guid id) =>
        (await Open(work, await work.Rows<Row>("select id, identity from person where programme_id = @Programme and id = @id for no key update", new { work.Programme, id }))).SingleOrDefault();

    /// <summary>Keeps another identity, and nothing by which the one before could be guessed.</summary>
    public async Task Correct(Work work, Guid id, Identity right, DateTimeOffset now)
    {
        const string Sql = """
            update person set identity = @identity, key_hash = @keyHash, email_hash = @emailHash, number_hash = @numberHash, made_from = @nothing,
                              address_since = case when email_hash is distinct from @emailHash then @now else address_since end
            where programme_id = @Programme and id = @id;
            update appointment set made_from = @nothing where programme_id = @Programme and person_id = @id;
            update programme set made_from = @nothing where id = @Programme
            """;
        var key = (await keys.Of(work, [id]))[id];
        await work.Run(Sql, new
        {
            work.Programme, id, now, identity = right.Close(key), nothing = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32),
            keyHash = Hash(work, "key", right.Key), emailHash = Hash(work, "email", right.Email), numberHash = NumberHash(work, right),
        });
    }

    /// <summary>Everybody in the programme. Names are sealed, so searching and sorting happen in memory, a programme at a time.</summary>
    public async Task<IReadOnlyList<Person>> All(Work work) =>
        await Open(work, await work.Rows<Row>("select id, identity from person where programme_id = @Programme", new { work.Programme }));

    /// <summary>Their names, by id; somebody erased has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Names(Work work, IEnumerable<Guid> ids) =>
        (await Find(work, [.. ids.Distinct()])).ToDictionary(person => person.Id, person => person.Identity.Name);

    public Task<Guid?> IdOfKey(Work work, string key) =>
        work.Row<Guid?>("select id from person where programme_id = @Programme and key_hash = @hash", new { work.Programme, hash = Hash(work, "key", key) });

    /// <summary>Whoever alone has this key, or this address on record.</summary>
    public async Task<Guid?> IdOf(Work work, string keyOrAddress)
    {
        const string Sql = "select id from person where programme_id = @Programme and (key_hash = @key or email_hash = @email) limit 2";
        var found = await work.Rows<Guid>(Sql, new { work.Programme, key = Hash(work, "key", keyOrAddress), email = Hash(work, "email", keyOrAddress) });
        return found is [var person] ? person : null;
    }

    /// <summary>The one person with this professional number, as another system writes it: with the body before it, or without.</summary>
    public async Task<Guid?> IdOfNumber(Work work, string written)
    {
        const string Sql = "select id from person where programme_id = @Programme and number_hash = any(@hashes) limit 2";
        var hashes = ProfessionalNumber.Readings(written).Select(reading => Hash(work, "number", reading)!).ToArray();
        return await work.Rows<Guid>(Sql, new { work.Programme, hashes }) is [var person] ? person : null;
    }

    private async Task<IReadOnlyList<Person>> Open(Work work, List<Row> rows)
    {
        var of = await keys.Of(work, [.. rows.Select(row => row.Id)]);
        return [.. rows.Where(row => of.ContainsKey(row.Id)).Select(row => new Person(row.Id, Identity.Open(row.Identity, of[row.Id])))];
    }

    private byte[]? Hash(Work work, string field, string? value) => value is null ? null : master.LookUp(work.Programme, field, value);

    private byte[]? NumberHash(Work work, Identity identity) => Hash(work, "number", identity.Number is null ? null : $"{identity.Body} {identity.Number}");
}

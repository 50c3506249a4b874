using System.Security.Cryptography;
using Portfolio.Api.Database;

namespace Portfolio.Api.Sealing;

/// <summary>The data key of one person: whatever is kept about them opens with it, and with nothing else.</summary>
internal sealed class PersonKey(Guid person, byte[] key)
{
    public Guid Person => person;

    public byte[] Close(ReadOnlySpan<byte> plain, string place) => Sealed.Close(key, plain, Bound(place));

    public byte[] Open(ReadOnlySpan<byte> closed, string place) => Sealed.Open(key, closed, Bound(place));

    private byte[] Bound(string place) => System.Text.Encoding.UTF8.GetBytes($"{place} {person:D}");
}

internal sealed class PersonKeys(MasterKey master)
{
    private sealed record Row(Guid PersonId, byte[] Wrapped);

    public (PersonKey Key, byte[] Wrapped) Make(Guid programme, Guid person)
    {
        var plain = RandomNumberGenerator.GetBytes(32);
        return (new PersonKey(person, plain), master.Wrap(plain, programme, person));
    }

    /// <summary>The keys of these people; somebody erased has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, PersonKey>> Of(Work work, IReadOnlyCollection<Guid> people)
    {
        const string Sql = "select person_id, wrapped from person_key where programme_id = @Programme and person_id = any(@people)";
        var rows = await work.Rows<Row>(Sql, new { work.Programme, people = people.ToArray() });
        return rows.ToDictionary(row => row.PersonId, row => new PersonKey(row.PersonId, master.Unwrap(row.Wrapped, work.Programme, row.PersonId)));
    }
}

using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Somebody who visits, by what a leader typed: a key, an address, or a name.</summary>
internal sealed class Visitors(PersonStore people, TimeProvider clock)
{
    private static readonly PlainTextAttribute NameFence = new(Fences.Name);

    /// <summary>
    /// Whoever has this key or address, or alone has this name. Anybody else is added by their name and nothing more: they stand on the register, and get records once
    /// it is known who they are.
    /// </summary>
    public async Task<Answer<Person>> Find(Work work, Guid session, Guid by, string typed)
    {
        if (await people.IdOf(work, typed) is { } known)
            return (await people.Find(work, known))!;
        if (typed.Contains('@', StringComparison.Ordinal))
            return Problems.RegisterRefused.At(new FieldError("$.visitor", "Nobody of the programme has this address. Write their name instead."));
        var named = (await people.All(work)).Where(person => string.Equals(person.Identity.Name, typed, StringComparison.OrdinalIgnoreCase)).ToList();
        if (named is [var one])
            return one;
        if (!NameFence.IsValid(typed) || typed.Contains(';', StringComparison.Ordinal))
            return Problems.RegisterRefused.At(new FieldError("$.visitor", $"Write a name on one line, without a semicolon, of at most {Fences.Name} characters."));
        var creation = Creation.Of($"visitor of {session:D}", null, typed, by);
        return (await people.Add(work, new Identity(typed), creation, clock.GetUtcNow())).Refused(out var problem, out var made) ? problem : made.Person;
    }

    /// <summary>Those of these people who are known by a name alone: whoever typed it vouches that somebody was there, and nobody yet for who that is.</summary>
    public static async Task<IReadOnlySet<Guid>> KnownByNameAlone(Work work, IEnumerable<Guid> people) => (await work.Rows<Guid>("""
        select id from person where programme_id = @Programme and id = any(@people) and key_hash is null and email_hash is null and number_hash is null
        """, new { work.Programme, people = people.ToArray() })).ToHashSet();
}

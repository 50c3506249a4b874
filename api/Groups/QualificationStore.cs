using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

/// <summary>What somebody may lead by, and which profession they have, from one day to another.</summary>
internal static class QualificationStore
{
    private sealed record Row(Guid PersonId, Guid Id, string Code, string? Issuer, DateOnly FromOn, DateOnly? UntilOn)
    {
        public QualificationBody ToBody() => new(Id, Code, Issuer, FromOn, UntilOn);
    }

    public static async Task<ILookup<Guid, QualificationBody>> Of(Work work, IEnumerable<Guid> people) => (await work.Rows<Row>("""
        select person_id, id, code, issuer, from_on, until_on from qualification
        where programme_id = @Programme and person_id = any(@people) order by from_on, code
        """, new { work.Programme, people = people.Distinct().ToArray() })).ToLookup(row => row.PersonId, row => row.ToBody());

    public static async Task<ILookup<Guid, QualificationBody>> ProfessionsOf(Work work, IEnumerable<Guid> people) => (await work.Rows<Row>("""
        select person_id, id, code, null::text as issuer, from_on, until_on from profession
        where programme_id = @Programme and person_id = any(@people) order by from_on
        """, new { work.Programme, people = people.Distinct().ToArray() })).ToLookup(row => row.PersonId, row => row.ToBody());

    public static Task<Answer<Made>> Add(Work work, Guid person, NewQualification body, Creation creation)
    {
        const string Insert = """
            insert into qualification (programme_id, id, person_id, code, issuer, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @person, @Code, @Issuer, @From, @Until, @By, @Hash)
            """;
        return work.Once("qualification", Insert,
            new { work.Programme, creation.Id, person, body.Code, body.Issuer, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static Task<Answer<Made>> AddProfession(Work work, Guid person, NewProfession body, Creation creation)
    {
        const string Insert = """
            insert into profession (programme_id, id, person_id, code, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @person, @Code, @From, @Until, @By, @Hash)
            """;
        return work.Once("profession", Insert, new { work.Programme, creation.Id, person, body.Code, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static Task<Problem?> End(Work work, Guid person, Guid id, DateOnly until) => PlaceStore.End(work, "qualification", "person_id", person, id, until);

    public static Task<Problem?> EndProfession(Work work, Guid person, Guid id, DateOnly until) => PlaceStore.End(work, "profession", "person_id", person, id, until);
}

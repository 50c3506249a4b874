using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

/// <summary>What the members of a group agreed on, version by version, and who accepted which.</summary>
internal static class AgreementStore
{
    private sealed record Row
    {
        public Guid Id { get; init; }
        public int Number { get; init; }
        public string[] Clauses { get; init; } = [];
        public DateOnly FromOn { get; init; }
    }

    private sealed record Acceptance(Guid AgreementId, Guid PersonId, DateTimeOffset AcceptedAt);

    /// <param name="seenBy">Whose acceptances are shown; nothing means everybody's.</param>
    public static async Task<IReadOnlyList<AgreementBody>> Of(Work work, Guid group, Guid? seenBy)
    {
        var versions = await work.Rows<Row>(
            "select id, number, clauses, from_on from agreement where programme_id = @Programme and group_id = @group order by number desc", new { work.Programme, group });
        var accepted = (await work.Rows<Acceptance>("""
            select c.agreement_id, c.person_id, c.accepted_at
            from agreement_acceptance c join agreement a on a.programme_id = c.programme_id and a.id = c.agreement_id
            where c.programme_id = @Programme and a.group_id = @group and (@seenBy::uuid is null or c.person_id = @seenBy) order by c.accepted_at, c.person_id
            """, new { work.Programme, group, seenBy })).ToLookup(row => row.AgreementId);
        return
        [
            .. versions.Select(version => new AgreementBody(version.Id, version.Number, version.Clauses, version.FromOn,
                [.. accepted[version.Id].Select(row => new AcceptanceBody(row.PersonId, row.AcceptedAt))])),
        ];
    }

    public static Task<Answer<Made>> Add(Work work, Guid group, NewAgreement body, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into agreement (programme_id, id, group_id, number, clauses, from_on, made_by, made_from, made_at)
            select @Programme, @Id, @group, coalesce(max(number), 0) + 1, @clauses, @From, @By, @Hash, @now
            from agreement where programme_id = @Programme and group_id = @group
            """;
        return work.Once("agreement", Insert,
            new { work.Programme, creation.Id, group, clauses = body.Clauses.ToArray(), body.From, creation.By, creation.Hash, now }, creation);
    }

    /// <returns>Nothing where the group has no such version.</returns>
    public static async Task<AgreementBody?> Accept(Work work, Guid group, Guid agreement, Guid person, DateTimeOffset now)
    {
        await work.Run("""
            insert into agreement_acceptance (programme_id, agreement_id, person_id, accepted_at)
            select @Programme, id, @person, @now from agreement where programme_id = @Programme and group_id = @group and id = @agreement
            on conflict (programme_id, agreement_id, person_id) do nothing
            """, new { work.Programme, group, agreement, person, now });
        return (await Of(work, group, person)).SingleOrDefault(version => version.Id == agreement);
    }
}

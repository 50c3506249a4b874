using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

/// <summary>Dated memberships and mandates.</summary>
internal static class PlaceStore
{
    internal sealed record Row(Guid Id, Guid PersonId, string As, DateOnly From, DateOnly? Until);

    public static Task<Answer<Made>> AddMember(Work work, Guid group, NewMembership body, Creation creation)
    {
        const string Insert = """
            insert into membership (programme_id, id, group_id, person_id, standing, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @group, @PersonId, @Standing, @From, @Until, @By, @Hash)
            """;
        return work.Once("membership", Insert,
            new { work.Programme, creation.Id, group, body.PersonId, body.Standing, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static Task<Answer<Made>> AddLeader(Work work, Guid group, NewMandate body, Creation creation)
    {
        const string Insert = """
            insert into mandate (programme_id, id, group_id, person_id, kind, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @group, @PersonId, @Kind, @From, @Until, @By, @Hash)
            """;
        return work.Once("mandate", Insert,
            new { work.Programme, creation.Id, group, body.PersonId, body.Kind, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static Task<List<Row>> Members(Work work, Guid group) => work.Rows<Row>("""
        select id, person_id, standing as "as", from_on as "from", until_on as until
        from membership where programme_id = @Programme and group_id = @group order by from_on, id
        """, new { work.Programme, group });

    public static Task<List<Row>> Leaders(Work work, Guid group) => work.Rows<Row>("""
        select id, person_id, kind as "as", from_on as "from", until_on as until
        from mandate where programme_id = @Programme and group_id = @group order by from_on, id
        """, new { work.Programme, group });

    public static Task<Problem?> EndMembership(Work work, Guid group, Guid id, DateOnly until) => End(work, "membership", "group_id", group, id, until);

    public static Task<Problem?> EndMandate(Work work, Guid group, Guid id, DateOnly until) => End(work, "mandate", "group_id", group, id, until);

    /// <summary>The last day of a dated fact: what was true until then stays true of then.</summary>
    /// <param name="whose">The column that says whose it is, or of which group.</param>
    public static async Task<Problem?> End(Work work, string table, string whose, Guid of, Guid id, DateOnly until)
    {
        var values = new { work.Programme, of, id, until };
        if (await work.Row<DateOnly?>($"select from_on from {table} where programme_id = @Programme and {whose} = @of and id = @id", values) is not { } from)
            return Problems.NotFound;
        if (until < from)
            return Problems.DatesReversed.At(new FieldError("$.until", $"Write {from:yyyy-MM-dd}, the first day, or a later one."));
        await work.Run($"update {table} set until_on = @until where programme_id = @Programme and {whose} = @of and id = @id", values);
        return null;
    }
}

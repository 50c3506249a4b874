using Portfolio.Api.Database;

namespace Portfolio.Api.Paper;

/// <summary>A dated fact reduced to what makes it the same fact: what, about whom, with whom or where, from when to when.</summary>
internal readonly record struct KnownFact(string What, Guid About, Guid? With, DateOnly From, DateOnly? To)
{
    private sealed record Row(string What, Guid About, Guid? With, DateOnly From, DateOnly? To);

    public static async Task<IReadOnlySet<KnownFact>> Read(Work work)
    {
        const string Sql = """
            select 'placement' as what, person_id as about, site_id as "with", from_on as "from", until_on as "to" from placement where programme_id = @Programme
            union all select 'clock-stop', person_id, null, from_on, until_on from clock_stop where programme_id = @Programme
            union all select 'supervision', trainee_id, supervisor_id, from_on, until_on from supervision where programme_id = @Programme
            union all select 'appointment', person_id, null, from_on, until_on from appointment where programme_id = @Programme
            union all select 'membership', person_id, group_id, from_on, until_on from membership where programme_id = @Programme
            union all select 'mandate', person_id, group_id, from_on, until_on from mandate where programme_id = @Programme
            """;
        return (await work.Rows<Row>(Sql, new { work.Programme })).Select(row => new KnownFact(row.What, row.About, row.With, row.From, row.To)).ToHashSet();
    }
}

using Portfolio.Api.Database;

namespace Portfolio.Api.Paper;

/// <summary>What everybody is in their groups, and when.</summary>
internal sealed class Standings
{
    private sealed record Row(Guid GroupId, Guid PersonId, string Standing, DateOnly From, DateOnly? Until);

    private readonly ILookup<(Guid Group, Guid Person), Row> rows;

    private Standings(IEnumerable<Row> rows) => this.rows = rows.ToLookup(row => (row.GroupId, row.PersonId));

    public static async Task<Standings> Read(Work work) => new(await work.Rows<Row>("""
        select group_id, person_id, standing, from_on as "from", until_on as until from membership where programme_id = @Programme
        """, new { work.Programme }));

    public string On(Guid group, Guid person, DateOnly day) =>
        rows[(group, person)].Single(row => day >= row.From && (row.Until is null || day <= row.Until)).Standing;
}

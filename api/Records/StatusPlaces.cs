using System.Security.Cryptography;
using Portfolio.Api.Database;

namespace Portfolio.Api.Records;

/// <summary>Places in status lists, drawn at random so that a place tells nothing of when or for whom.</summary>
internal static class StatusPlaces
{
    public const int Length = 131_072;

    // A fuller list would be drawn from too often in vain.
    private const int Full = Length / 2;

    private sealed record Row(int List, int Taken);

    public static async Task<IReadOnlyList<(int List, int Index)>> Draw(Work work, int count)
    {
        const string Newest = """
            select status_list as list, count(*)::int as taken from record_version where programme_id = @Programme group by status_list order by status_list desc limit 1
            """;
        const string Taken = "select status_index from record_version where programme_id = @Programme and status_list = @list";
        var newest = await work.Row<Row>(Newest, new { work.Programme });
        var list = newest is null ? 0 : newest.Taken + count > Full ? newest.List + 1 : newest.List;
        var taken = (await work.Rows<int>(Taken, new { work.Programme, list })).ToHashSet();
        var places = new List<(int, int)>(count);
        while (places.Count < count)
        {
            var index = RandomNumberGenerator.GetInt32(Length);
            if (taken.Add(index))
                places.Add((list, index));
        }
        return places;
    }
}

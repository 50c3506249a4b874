using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>Status lists as they stand: nothing but what ended makes them, so that every host signs the same bytes for the same state.</summary>
internal static class StatusLists
{
    private sealed record Row(DateTimeOffset? ChangedAt, string Ended);

    /// <summary>A list with the bits of all its versions that ended; null where no version was given a place in it.</summary>
    /// <remarks>
    /// It holds from its newest change on, an issue as well as an end: of a record that is newer than the list it is shown, a verifier could not say that it stands.
    /// </remarks>
    public static async Task<byte[]?> Sign(Work work, Programme programme, int list, ProgrammeKeys keys)
    {
        // One statement, so that bits and time are of one moment.
        const string Sql = """
            select max(greatest(v.valid_from, e.ended_at)) as changed_at,
                   coalesce(string_agg(v.status_index::text, ',') filter (where e.why is not null), '') as ended
            from record_version v
            left join record_end e on e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number
            where v.programme_id = @Programme and v.status_list = @list
            """;
        if (await work.Row<Row>(Sql, new { work.Programme, list }) is not { ChangedAt: { } changedAt, Ended: var ended })
            return null;
        var bits = new BitstringStatusList(StatusPlaces.Length);
        foreach (var index in ended.Split(',', StringSplitOptions.RemoveEmptyEntries))
            bits[int.Parse(index, CultureInfo.InvariantCulture)] = true;
        return StatusList.Sign(Addresses.StatusList(programme, list), changedAt, bits, keys);
    }
}

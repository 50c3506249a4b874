using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Paper;

internal sealed record PaperSheetRow(
    Guid Id, DateOnly FromOn, DateOnly UntilOn, string Days, Guid TranscribedBy, DateTimeOffset TranscribedAt, Guid? CheckedBy, DateTimeOffset? CheckedAt,
    Guid? ConfirmedBy, DateTimeOffset? ConfirmedAt, byte[]? ListHash);

/// <summary>A name on a staged sheet, opened; empty where whom it means was erased.</summary>
internal sealed record StagedName(int Number, int Line, string Written, IReadOnlyList<string>? Marks, Guid? Person, bool LeftOut)
{
    public bool Matched => Person is not null || LeftOut;
}

internal sealed record StagedSheet(PaperSheetRow Row, IReadOnlyList<PaperDay> Days, IReadOnlyList<StagedName> Names)
{
    public Guid Id => Row.Id;
}

/// <summary>Staged sheets as they are kept. A written name is sealed under the service's own key until it is known whom it means, and then under that person's.</summary>
internal sealed class PaperStore(MasterKey master, PersonKeys keys)
{
    private const string Place = "paper_sheet_name.written";

    private sealed record NameRow(Guid SheetId, int Number, int Line, byte[] Written, string? Marks, Guid? PersonId, bool LeftOut);

    private sealed record Known(byte[] Hash, Guid PersonId);

    /// <returns>The sheet; the one that is there already where the same file was sent before.</returns>
    public async Task<Guid> Add(Work work, Guid group, PaperGrid grid, byte[] file, IReadOnlySet<Guid> ofGroup, Guid by, DateTimeOffset now)
    {
        const string Insert = """
            insert into paper_sheet (programme_id, id, group_id, from_on, until_on, days, content_hash, transcribed_by, transcribed_at)
            values (@Programme, @id, @group, @first, @last, @days::jsonb, @content, @by, @now)
            on conflict (programme_id, group_id, content_hash) do nothing
            """;
        var (id, content) = (Guid.CreateVersion7(), master.Authenticate(work.Programme, "paper-sheet", file));
        var values = new
        {
            work.Programme, id, group, first = grid.Days[0].Date, last = grid.Days[^1].Date, days = JsonSerializer.Serialize(grid.Days, Json.Options), content, by, now,
        };
        if (await work.Run(Insert, values) == 0)
            return await work.Row<Guid>("select id from paper_sheet where programme_id = @Programme and group_id = @group and content_hash = @content", values);
        work.Makes("paper_sheet", id);
        var known = await Remembered(work, grid.Names.Select(name => name.Name), ofGroup);
        foreach (var name in grid.Names)
            await AddName(work, id, name, known.TryGetValue(name.Number, out var person) ? person : null);
        return id;

        async Task<Dictionary<int, Guid>> Remembered(Work within, IEnumerable<string> written, IReadOnlySet<Guid> among)
        {
            var rows = (await within.Rows<Known>("select hash, person_id from paper_name where programme_id = @Programme and hash = any(@hashes)",
                new { within.Programme, hashes = written.Select(name => Hash(within, name)).ToArray() })).ToDictionary(row => Convert.ToHexString(row.Hash), row => row.PersonId);
            return grid.Names.Select(name => (name.Number, Person: rows.GetValueOrDefault(Convert.ToHexString(Hash(within, name.Name)))))
                .Where(match => among.Contains(match.Person)).ToDictionary(match => match.Number, match => match.Person);
        }
    }

    public async Task<IReadOnlyList<StagedSheet>> Of(Work work, Guid group, Guid? one = null)
    {
        var rows = await work.Rows<PaperSheetRow>("""
            select id, from_on, until_on, days::text, transcribed_by, transcribed_at, checked_by, checked_at, confirmed_by, confirmed_at, list_hash from paper_sheet
            where programme_id = @Programme and group_id = @group and (@one::uuid is null or id = @one) order by from_on, id
            """, new { work.Programme, group, one });
        var names = await work.Rows<NameRow>("""
            select sheet_id, number, line, written, array_to_string(marks, ',') as marks, person_id, left_out from paper_sheet_name
            where programme_id = @Programme and sheet_id = any(@sheets) order by number
            """, new { work.Programme, sheets = rows.Select(row => row.Id).ToArray() });
        var of = await keys.Of(work, [.. names.Select(name => name.PersonId).OfType<Guid>().Distinct()]);
        var opened = names.ToLookup(name => name.SheetId, name => new StagedName(
            name.Number, name.Line, Open(work, name, of), name.Marks?.Split(','), name.PersonId, name.LeftOut));
        return [.. rows.Select(row => new StagedSheet(row, JsonSerializer.Deserialize<List<PaperDay>>(row.Days, Json.Options)!, [.. opened[row.Id]]))];
    }

    /// <summary>One sheet that is not confirmed, held until the transaction ends.</summary>
    public static Task<bool> Hold(Work work, Guid group, Guid id) => work.Any(
        "select 1 from paper_sheet where programme_id = @Programme and group_id = @group and id = @id and confirmed_at is null for update", new { work.Programme, group, id });

    /// <summary>Whom a name on a sheet means, remembered for the next sheet. Whoever checked the sheet saw another one.</summary>
    public async Task Match(Work work, Guid sheet, StagedName name, Guid? person, Guid by, DateTimeOffset now)
    {
        const string Remember = """
            insert into paper_name (programme_id, hash, person_id, matched_by, matched_at) values (@Programme, @hash, @person, @by, @now)
            on conflict (programme_id, hash) do update set person_id = @person, matched_by = @by, matched_at = @now where paper_name.person_id <> @person
            """;
        if (person is not null)
            await work.Run(Remember, new { work.Programme, hash = Hash(work, name.Written), person, by, now });
        await work.Run("""
            update paper_sheet_name set written = @written, person_id = @person, left_out = @leftOut where programme_id = @Programme and sheet_id = @sheet and number = @Number
            """, new { work.Programme, sheet, name.Number, person, leftOut = person is null, written = await Close(work, sheet, name.Written, person) });
        await work.Run("update paper_sheet set checked_by = null, checked_at = null where programme_id = @Programme and id = @sheet", new { work.Programme, sheet });
    }

    public static Task Check(Work work, Guid sheet, Guid by, DateTimeOffset now) =>
        work.Run("update paper_sheet set checked_by = @by, checked_at = @now where programme_id = @Programme and id = @sheet", new { work.Programme, sheet, by, now });

    public static Task Confirm(Work work, IEnumerable<Guid> sheets, Guid by, byte[] listHash, DateTimeOffset now) => work.Run("""
        update paper_sheet set confirmed_by = @by, confirmed_at = @now, list_hash = @listHash where programme_id = @Programme and id = any(@ids)
        """, new { work.Programme, ids = sheets.ToArray(), by, listHash, now });

    public static Task Drop(Work work, Guid sheet) => work.Run("""
        delete from paper_sheet_name where programme_id = @Programme and sheet_id = @sheet;
        delete from paper_sheet where programme_id = @Programme and id = @sheet
        """, new { work.Programme, sheet });

    private async Task AddName(Work work, Guid sheet, PaperWritten name, Guid? person) => await work.Run("""
        insert into paper_sheet_name (programme_id, sheet_id, number, line, written, marks, person_id)
        values (@Programme, @sheet, @Number, @Line, @written, @marks, @person)
        """, new { work.Programme, sheet, name.Number, name.Line, written = await Close(work, sheet, name.Name, person), marks = name.Marks?.ToArray(), person });

    private async Task<byte[]> Close(Work work, Guid sheet, string written, Guid? person) => person is { } known
        ? (await keys.Of(work, [known]))[known].Close(Encoding.UTF8.GetBytes(written), Place)
        : master.Wrap(Encoding.UTF8.GetBytes(written), work.Programme, sheet, Place);

    private string Open(Work work, NameRow name, IReadOnlyDictionary<Guid, PersonKey> of) => name.PersonId is not { } person
        ? Encoding.UTF8.GetString(master.Unwrap(name.Written, work.Programme, name.SheetId, Place))
        : of.TryGetValue(person, out var key) ? Encoding.UTF8.GetString(key.Open(name.Written, Place)) : "";

    private byte[] Hash(Work work, string written) => master.LookUp(work.Programme, "paper-name", PaperGrid.Plain(written));
}

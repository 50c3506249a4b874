using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Evidence about which a panel asks something.</summary>
internal sealed record AskedByPanel(Guid PersonId, Guid EvidencePackId);

/// <summary>A panel's ticks and questions, rule by rule of a frozen evidence pack, and the answers.</summary>
internal sealed class PanelNotes(PersonKeys keys, TimeProvider clock)
{
    internal const string SaysPlace = "panel_note.says", Ticked = "ticked", Questioned = "questioned", Answered = "answered";

    private const string Select = "select id, evidence_pack_id, person_id, rule, kind, says, made_by, noted_at from panel_note where programme_id = @Programme";

    private sealed record Row(Guid Id, Guid EvidencePackId, Guid PersonId, string Rule, string Kind, byte[]? Says, Guid MadeBy, DateTimeOffset NotedAt);

    public Task<Answer<Made>> Note(Work work, KeptEvidence pack, NewPanelNote body, Creation creation) =>
        Add(work, pack, body.Rule, body.Question is null ? Ticked : Questioned, body.Question, creation);

    public Task<Answer<Made>> Answer(Work work, KeptEvidence pack, NewPanelAnswer body, Creation creation) => Add(work, pack, body.Rule, Answered, body.Answer, creation);

    public async Task<PanelNoteBody> Read(Work work, Guid note) => (await Bodies(work, await work.Rows<Row>(Select + " and id = @note", new { work.Programme, note })))[0];

    /// <summary>All about these evidence packs, oldest first.</summary>
    public async Task<IReadOnlyList<PanelNoteBody>> Of(Work work, IReadOnlyCollection<Guid> packs) => await Bodies(work, await work.Rows<Row>(
        Select + " and evidence_pack_id = any(@packs) order by noted_at, id", new { work.Programme, packs = packs.ToArray() }));

    /// <summary>The evidence packs of these people about which something is asked that nobody has answered.</summary>
    public static Task<List<AskedByPanel>> Open(Work work, IReadOnlyCollection<Guid> people) => work.Rows<AskedByPanel>("""
        select distinct person_id, evidence_pack_id
        from (select distinct on (evidence_pack_id, rule) person_id, evidence_pack_id, kind from panel_note
              where programme_id = @Programme and person_id = any(@people) and kind <> 'ticked'
              order by evidence_pack_id, rule, noted_at desc, id desc) last
        where kind = 'questioned' order by person_id, evidence_pack_id
        """, new { work.Programme, people = people.ToArray() });

    /// <summary>Whether what was asked last about a rule is not answered.</summary>
    public static bool IsOpen(IEnumerable<PanelNoteBody> notes, string rule) => notes.LastOrDefault(note => note.Rule == rule && note.Kind != Ticked) is { Kind: Questioned };

    private async Task<Answer<Made>> Add(Work work, KeptEvidence pack, string rule, string kind, string? says, Creation creation)
    {
        const string Insert = """
            insert into panel_note (programme_id, id, evidence_pack_id, person_id, rule, kind, says, noted_at, made_by, made_from)
            values (@Programme, @Id, @pack, @person, @rule, @kind, @closed, @now, @By, @Hash)
            """;
        await work.WaitForItself(creation);
        if (!await work.Any("select 1 from panel_note where programme_id = @Programme and id = @Id", new { work.Programme, creation.Id })
            && await WhyNot(work, pack, rule, kind, creation.By!.Value) is { } problem)
            return problem;
        if (!(await keys.Of(work, [pack.PersonId])).TryGetValue(pack.PersonId, out var key))
            return Problems.PersonErased;
        return await work.Once("panel_note", Insert, new
        {
            work.Programme, creation.Id, pack = pack.Id, person = pack.PersonId, rule, kind, closed = says is null ? null : key.Close(Encoding.UTF8.GetBytes(says), SaysPlace),
            now = clock.GetUtcNow(), creation.By, creation.Hash,
        }, creation);
    }

    private async Task<Problem?> WhyNot(Work work, KeptEvidence pack, string rule, string kind, Guid by)
    {
        if (await PackStore.Find(work, pack.Pack, pack.PackVersion) is not { } kept || kept.Pack.Rules.All(each => each.Id != rule))
            return Problems.InvalidBody.At(new FieldError("$.rule", "Name a rule of the requirement that the evidence pack is of."));
        var notes = await Of(work, [pack.Id]);
        return kind switch
        {
            Ticked when notes.Any(note => note.Rule == rule && note.Kind == Ticked && note.By == by) => Problems.TickedAlready,
            Answered when !IsOpen(notes, rule) => Problems.NothingAsked,
            _ => null,
        };
    }

    // What was said about somebody who was erased cannot be read any more.
    private async Task<IReadOnlyList<PanelNoteBody>> Bodies(Work work, IReadOnlyList<Row> rows)
    {
        var of = await keys.Of(work, [.. rows.Select(row => row.PersonId).Distinct()]);
        return
        [
            .. rows.Where(row => of.ContainsKey(row.PersonId)).Select(row => new PanelNoteBody(
                row.Id, row.EvidencePackId, row.Rule, row.Kind, row.Says is null ? null : Encoding.UTF8.GetString(of[row.PersonId].Open(row.Says, SaysPlace)), row.MadeBy, row.NotedAt)),
        ];
    }
}

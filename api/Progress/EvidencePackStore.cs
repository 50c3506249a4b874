using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>An evidence pack as it is kept, its contents sealed.</summary>
internal sealed record KeptEvidence(
    Guid Id, Guid PersonId, string Pack, int PackVersion, DateOnly AsOf, DateTimeOffset FrozenAt, Guid? MadeBy, byte[] Evidence, byte[] File, byte[] Paper, string FileHash,
    string PaperHash)
{
    public EvidencePackBody ToBody(Programme programme) => new(
        Id, PersonId, Pack, PackVersion, AsOf, FrozenAt, MadeBy, Addresses.EvidencePack(programme, PersonId, Id), Addresses.EvidencePackCheck(programme, Id), FileHash, PaperHash);
}

/// <summary>A version of a record that was frozen, for seeing what becomes of it.</summary>
internal sealed record FrozenRecord(Guid RecordId, int Number, bool IsPresentation);

/// <summary>What is kept beside the signed file.</summary>
internal sealed record FrozenEvidence(IReadOnlyList<FrozenRecord> Records, DateOnly? CutOff = null);

internal static class EvidencePackStore
{
    private const string Columns = """
        select id, person_id, pack, pack_version, as_of, frozen_at, made_by, evidence, file, paper, encode(file_hash, 'hex') as file_hash, encode(paper_hash, 'hex') as paper_hash
        from evidence_pack where programme_id = @Programme
        """;

    public static Task<KeptEvidence?> Find(Work work, Guid id) => work.Row<KeptEvidence>(Columns + " and id = @id", new { work.Programme, id });

    public static Task<KeptEvidence?> Find(Work work, Guid person, Guid id) =>
        work.Row<KeptEvidence>(Columns + " and id = @id and person_id = @person", new { work.Programme, person, id });

    public static Task<List<KeptEvidence>> Of(Work work, Guid person) =>
        work.Rows<KeptEvidence>(Columns + " and person_id = @person order by frozen_at desc, id desc", new { work.Programme, person });

    /// <summary>The newest of each of these people, without what is frozen beside its file.</summary>
    public static Task<List<KeptEvidence>> Newest(Work work, Guid[] people) => work.Rows<KeptEvidence>("""
        select distinct on (person_id) id, person_id, pack, pack_version, as_of, frozen_at, made_by, ''::bytea as evidence, file, ''::bytea as paper,
               encode(file_hash, 'hex') as file_hash, encode(paper_hash, 'hex') as paper_hash
        from evidence_pack where programme_id = @Programme and person_id = any(@people) order by person_id, frozen_at desc, id desc
        """, new { work.Programme, people });

    public static Task<MadeRow?> Made(Work work, Guid id) =>
        work.Row<MadeRow>("select made_by, made_from from evidence_pack where programme_id = @Programme and id = @id", new { work.Programme, id });

    public static Task<Answer<Made>> Add(
        Work work, Guid person, ConfirmationPack asked, DateOnly asOf, DateTimeOffset now, (byte[] Evidence, byte[] File, byte[] Paper) closed, (byte[] File, byte[] Paper) hashes,
        Creation creation)
    {
        const string Insert = """
            insert into evidence_pack (programme_id, id, person_id, pack, pack_version, pack_hash, as_of, frozen_at, evidence, file, paper, file_hash, paper_hash, made_by, made_from)
            values (@Programme, @Id, @person, @pack, @Version, @packHash, @asOf, @now, @Evidence, @File, @Paper, @fileHash, @paperHash, @By, @Hash)
            """;
        return work.Once("evidence_pack", Insert, new
        {
            work.Programme, creation.Id, person, pack = asked.Pack.Id, asked.Pack.Version, packHash = asked.Hash, asOf, now, closed.Evidence, closed.File, closed.Paper,
            fileHash = hashes.File, paperHash = hashes.Paper, creation.By, creation.Hash,
        }, creation);
    }
}

using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>An upload pack as it is kept, its content sealed.</summary>
internal sealed record KeptUpload(
    Guid Id, Guid PersonId, Guid PlatformId, string Platform, Guid EvidencePackId, DateOnly FromOn, DateOnly UntilOn, byte[] Content, DateTimeOffset MadeAt, DateOnly? UploadedOn)
{
    public UploadPackBody ToBody() => new(Id, PersonId, PlatformId, Platform, EvidencePackId, FromOn, UntilOn, MadeAt, UploadedOn);
}

/// <summary>A portfolio that trainees upload to themselves.</summary>
internal sealed record UploadPlatform(Guid Id, string Name);

internal static class UploadPackStore
{
    private const string Columns = """
        select u.id, u.person_id, u.platform_id, p.name as platform, u.evidence_pack_id, u.from_on, u.until_on, u.content, u.made_at, u.uploaded_on
        from upload_pack u join platform p on p.programme_id = u.programme_id and p.id = u.platform_id
        where u.programme_id = @Programme and u.person_id = @person
        """;

    private const string Platforms = """
        select p.id, p.name from platform p join outward_platform o on o.programme_id = p.programme_id and o.platform_id = p.id
        where p.programme_id = @Programme and p.ended_at is null and o.adapter = 'upload'
        """;

    public static Task<KeptUpload?> Find(Work work, Guid person, Guid id) => work.Row<KeptUpload>(Columns + " and u.id = @id", new { work.Programme, person, id });

    public static Task<List<KeptUpload>> Of(Work work, Guid person) =>
        work.Rows<KeptUpload>(Columns + " order by u.made_at desc, u.id desc", new { work.Programme, person });

    public static Task<UploadPlatform?> Platform(Work work, Guid id) => work.Row<UploadPlatform>(Platforms + " and p.id = @id", new { work.Programme, id });

    /// <summary>The portfolios of this kind that somebody connected.</summary>
    public static Task<List<UploadPlatform>> Connected(Work work, Guid person) => work.Rows<UploadPlatform>(Platforms + """
         and exists (select 1 from connection c where c.programme_id = p.programme_id and c.platform_id = p.id and c.person_id = @person and c.ended_at is null)
        order by p.name, p.id
        """, new { work.Programme, person });

    public static Task<Answer<Made>> Add(Work work, Guid person, NewUploadPack body, Guid evidence, DateOnly until, byte[] content, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into upload_pack (programme_id, id, platform_id, person_id, evidence_pack_id, from_on, until_on, content, made_at, made_by, made_from)
            values (@Programme, @Id, @PlatformId, @person, @evidence, @From, @until, @content, @now, @By, @Hash)
            """;
        return work.Once("upload_pack", Insert,
            new { work.Programme, creation.Id, body.PlatformId, person, evidence, body.From, until, content, now, creation.By, creation.Hash }, creation);
    }

    /// <summary>The day on which it was uploaded, as the trainee says; the same day again changes nothing.</summary>
    public static Task<int> Say(Work work, Guid id, DateOnly on, DateTimeOffset now) => work.Run("""
        update upload_pack set uploaded_on = @on, said_at = greatest(@now, made_at) where programme_id = @Programme and id = @id and uploaded_on is distinct from @on
        """, new { work.Programme, id, on, now });
}

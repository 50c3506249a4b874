using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

/// <summary>A version of a pack as a programme has it.</summary>
/// <param name="Published">Whether the programme's own table holds it; otherwise it came with the product.</param>
internal sealed record KeptPack(RequirementPack Pack, byte[] Document, byte[] Hash, bool Published)
{
    public static KeptPack Shipped(RequirementPack pack)
    {
        var document = PackDocument.Of(pack);
        return new(pack, document, PackDocument.Hash(document), Published: false);
    }
}

/// <summary>The packs of a programme: what it published, and what comes with the product.</summary>
internal static class PackStore
{
    private const string Columns = "select key, version, document, hash from requirement_pack where programme_id = @Programme";

    private sealed record Row(string Key, int Version, byte[] Document, byte[] Hash);

    /// <summary>A version of a pack; without a number the newest that is valid on the day, or the newest of all.</summary>
    public static async Task<KeptPack?> Find(Work work, string key, int? version, DateOnly? day = null)
    {
        var kept = (await work.Rows<Row>($"{Columns} and key = @key and (@version::int is null or version = @version) order by version desc", new { work.Programme, key, version }))
            .ConvertAll(Read);
        // What the programme keeps stands for what came with the product: it was frozen when somebody was given it.
        if (RequirementPacks.Find(key) is { } shipped && (version ?? shipped.Version) == shipped.Version && kept.All(pack => pack.Pack.Version != shipped.Version))
            kept.Add(KeptPack.Shipped(shipped));
        var newest = kept.OrderByDescending(pack => pack.Pack.Version).ToList();
        return version is null && day is { } on ? newest.FirstOrDefault(pack => pack.Pack.IsValid(on)) ?? newest.FirstOrDefault() : newest.FirstOrDefault();
    }

    /// <summary>Every version of every pack, by id, the newest first.</summary>
    public static async Task<IReadOnlyList<KeptPack>> All(Work work)
    {
        var kept = (await work.Rows<Row>(Columns, new { work.Programme })).ConvertAll(Read);
        var there = kept.Select(pack => (pack.Pack.Id, pack.Pack.Version)).ToHashSet();
        return
        [
            .. kept.Concat(RequirementPacks.All.Where(pack => !there.Contains((pack.Id, pack.Version))).Select(KeptPack.Shipped))
                .OrderBy(pack => pack.Pack.Id, StringComparer.Ordinal).ThenByDescending(pack => pack.Pack.Version),
        ];
    }

    /// <summary>These versions, as they were frozen.</summary>
    public static async Task<IReadOnlyDictionary<(string Key, int Version), KeptPack>> Of(Work work, IEnumerable<(string Key, int Version)> versions)
    {
        var keys = versions.Select(version => version.Key).Distinct().ToArray();
        return (await work.Rows<Row>($"{Columns} and key = any(@keys)", new { work.Programme, keys })).ToDictionary(row => (row.Key, row.Version), Read);
    }

    /// <summary>Keeps a version for ever. Again it changes nothing; with another content it is refused.</summary>
    /// <returns>Whether it was kept now.</returns>
    public static async Task<Answer<PackKept>> Keep(Work work, RequirementPack pack, Guid? by, DateTimeOffset now)
    {
        const string Insert = """
            insert into requirement_pack (programme_id, key, version, document, hash, made_by, made_at)
            values (@Programme, @Id, @Version, @document, @hash, @by, @now) on conflict (programme_id, key, version) do nothing
            """;
        var document = PackDocument.Of(pack);
        var hash = PackDocument.Hash(document);
        // What came with the product under this number is that version, whether or not anybody was given it yet.
        if (RequirementPacks.Find(pack.Id) is { } shipped && shipped.Version == pack.Version && !KeptPack.Shipped(shipped).Hash.AsSpan().SequenceEqual(hash)
            && !await work.Any("select 1 from requirement_pack where programme_id = @Programme and key = @Id and version = @Version", new { work.Programme, pack.Id, pack.Version }))
            return Problems.PackVersionTaken;
        var isNew = await work.Run(Insert, new { work.Programme, pack.Id, pack.Version, document, hash, by, now }) == 1;
        var there = (await Find(work, pack.Id, pack.Version))!;
        return there.Hash.AsSpan().SequenceEqual(hash) ? new PackKept(there, isNew) : Problems.PackVersionTaken;
    }

    private static KeptPack Read(Row row) => new(
        // As it was taken: what a later check would refuse was published all the same.
        PackReader.Document<RequirementPack>(row.Document).Document ?? throw new InvalidDataException($"The kept pack {row.Key} {row.Version} cannot be read."),
        row.Document, row.Hash, Published: true);
}

internal sealed record PackKept(KeptPack Pack, bool Now);

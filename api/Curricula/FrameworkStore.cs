using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>One version of a framework: shipped, with number 0, or loaded by the programme.</summary>
internal sealed record FrameworkVersion(Framework Framework, Guid Id, int Number, Guid DocumentId, DateTimeOffset ChangedAt, bool IsPublic)
{
    public static FrameworkVersion Shipped(Framework framework) =>
        new(framework, Guid.Empty, 0, Framework.Uuid($"{framework.Id}@{framework.Version}"), Frameworks.ChangedAt, IsPublic: true);

    public FrameworkLine ToLine() => new(
        Framework.Id, Framework.Title, Framework.Issuer, Framework.Version, Number, Framework.Items.Count, DocumentId, IsPublic, Framework.ValidFrom, Framework.ValidUntil, Framework.Supersedes);
}

/// <summary>Frameworks as a programme sees them: its own versions before what is shipped.</summary>
internal static class FrameworkStore
{
    private sealed record Row(Guid Id, string Framework, int Number, Guid DocumentId, string Content, DateTimeOffset MadeAt, bool IsPublic);

    private sealed record HeaderRow(Guid Id, string Framework, int Number, Guid DocumentId, string Content, DateTimeOffset MadeAt, bool IsPublic, int Items)
    {
        public Row Row => new(Id, Framework, Number, DocumentId, Content, MadeAt, IsPublic);
    }

    private const string Select = """
        select v.id, v.framework, v.number, v.document_id, v.content, v.made_at,
               exists (select 1 from published_framework p where p.programme_id = v.programme_id and p.document_id = v.document_id) as is_public
        from framework_version v where v.programme_id = @Programme
        """;

    /// <summary>The framework: its newest version, or the newest that applies on a day where there is one.</summary>
    public static async Task<Framework?> Find(Work work, string id, DateOnly? on = null)
    {
        var versions = await Versions(work, id);
        return (versions.FirstOrDefault(version => on is not { } day || version.Framework.AppliesOn(day)) ?? (versions is [var newest, ..] ? newest : null))?.Framework;
    }

    /// <summary>One item of it, with the version that has it: an item that a newer version left out is found in an older one.</summary>
    public static async Task<(Framework Framework, FrameworkItem Item)?> Item(Work work, string id, string code)
    {
        foreach (var version in await Versions(work, id))
            if (version.Framework.Item(code) is { } item)
                return (version.Framework, item);
        return null;
    }

    /// <summary>Every version of one framework, newest first, the shipped one last.</summary>
    public static async Task<IReadOnlyList<FrameworkVersion>> Versions(Work work, string id)
    {
        var rows = await work.Rows<Row>(Select + " and v.framework = @id order by v.number desc", new { work.Programme, id });
        return [.. rows.Select(Version), .. Frameworks.All.Where(shipped => shipped.Id == id).Select(FrameworkVersion.Shipped)];
    }

    /// <summary>Every item that can be named, by framework and code: of whatever version.</summary>
    public static async Task<IReadOnlySet<(string Framework, string Code)>> Codes(Work work)
    {
        const string Sql = """
            select distinct v.framework, item ->> 'code' as code from framework_version v cross join jsonb_array_elements(v.content::jsonb -> 'items') item
            where v.programme_id = @Programme
            """;
        return (await work.Rows<(string, string)>(Sql, new { work.Programme }))
            .Concat(Frameworks.All.SelectMany(framework => framework.Items.Select(item => (framework.Id, item.Code)))).ToHashSet();
    }

    /// <summary>The newest version, of whatever framework, that has an item of that id.</summary>
    public static async Task<Framework?> OfItem(Work work, Guid item) =>
        await work.Row<Row>(Select + " and v.content like @holding order by v.made_at desc, v.number desc limit 1", new { work.Programme, holding = $"%\"itemId\":\"{item:D}\"%" }) is { } row
            ? Version(row).Framework
            : Frameworks.OfItem(item);

    /// <summary>Every version of every framework, told without its items: there may be thousands.</summary>
    public static async Task<IReadOnlyList<FrameworkLine>> Lines(Work work)
    {
        const string Sql = """
            select v.id, v.framework, v.number, v.document_id, jsonb_set(v.content::jsonb, '{items}', '[]')::text as content, v.made_at,
                   exists (select 1 from published_framework p where p.programme_id = v.programme_id and p.document_id = v.document_id) as is_public,
                   jsonb_array_length(v.content::jsonb -> 'items') as items
            from framework_version v where v.programme_id = @Programme
            """;
        var loaded = await work.Rows<HeaderRow>(Sql, new { work.Programme });
        return [.. loaded.Select(row => Version(row.Row).ToLine() with { Items = row.Items }).Concat(Frameworks.All.Select(shipped => FrameworkVersion.Shipped(shipped).ToLine()))
            .OrderBy(line => line.Id, StringComparer.Ordinal).ThenByDescending(line => line.Number)];
    }

    /// <summary>One loader of a framework waits for the other, and then finds what it made.</summary>
    public static Task Wait(Work work, string id) =>
        work.Run("select pg_advisory_xact_lock(hashtextextended(@key, 0))", new { key = $"{work.Programme:D} framework {id}" });

    public static async Task<FrameworkVersion> Add(Work work, Framework framework, int number, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into framework_version (programme_id, id, framework, number, version, document_id, content, made_by, made_from, made_at)
            values (@Programme, @id, @framework, @number, @version, @document, @content, @By, @Hash, @now)
            """;
        var document = Framework.Uuid($"{work.Programme:D}/{framework.Id}@{framework.Version}");
        await work.Run(Insert, new
        {
            work.Programme, id = creation.Id, framework = framework.Id, number, version = framework.Version, document, content = Write(framework), creation.By, creation.Hash, now,
        });
        work.Makes("framework_version", creation.Id);
        return new(framework, creation.Id, number, document, now, IsPublic: false);
    }

    public static string Write(Framework framework) => JsonSerializer.Serialize(framework.ToBody(), Json.Options);

    public static Framework Read(string content) => Framework.Of(JsonSerializer.Deserialize<FrameworkBody>(content, Json.Options)!);

    private static FrameworkVersion Version(Row row) => new(Read(row.Content), row.Id, row.Number, row.DocumentId, row.MadeAt, row.IsPublic);
}

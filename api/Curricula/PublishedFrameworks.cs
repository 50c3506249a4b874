using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>A framework that anybody may read, and what CASE needs to know of it besides.</summary>
internal sealed record PublicFramework(Framework Framework, Guid DocumentId, DateTimeOffset ChangedAt)
{
    public CaseWriter In(Uri root) => new(Framework, DocumentId, ChangedAt, root);
}

/// <summary>
/// What anybody may read: what is shipped, and what programmes publish of their own. Of an id that two frameworks have, the shipped one's meaning comes first, then the one
/// that was published first: nobody takes over an address that stands in others' records.
/// </summary>
internal static class PublishedFrameworks
{
    private sealed record Row(Guid DocumentId, string Content, DateTimeOffset ChangedAt);

    private static readonly IReadOnlyList<PublicFramework> Shipped =
        [.. Frameworks.All.Select(FrameworkVersion.Shipped).Select(version => new PublicFramework(version.Framework, version.DocumentId, version.ChangedAt))];

    // The ids of associations do not depend on the address.
    private static readonly Uri Nowhere = new("http://localhost/");

    private static readonly Dictionary<Guid, PublicFramework> ShippedByAssociation =
        Shipped.SelectMany(of => of.In(Nowhere).Associations().Select(association => (association.Identifier, of))).ToDictionary(of => of.Identifier, of => of.of);

    /// <summary>Publishes every version that is there: what older records name stays where it is.</summary>
    public static async Task Publish(Work work, IReadOnlyList<FrameworkVersion> versions)
    {
        const string Insert = """
            insert into published_framework (programme_id, document_id, version_id, header, content, item_ids, association_ids, changed_at)
            values (@Programme, @DocumentId, @Id, @header, @content, @items, @associations, @ChangedAt)
            on conflict (programme_id, document_id) do nothing
            """;
        foreach (var version in versions.Where(version => version.Number > 0))
            await work.Run(Insert, new
            {
                work.Programme, version.DocumentId, version.Id, version.ChangedAt,
                header = FrameworkStore.Write(version.Framework with { Items = [] }),
                content = FrameworkStore.Write(version.Framework),
                items = version.Framework.Items.Select(version.Framework.ItemId).ToArray(),
                associations = new CaseWriter(version.Framework, version.DocumentId, version.ChangedAt, Nowhere).Associations().Select(association => association.Identifier).ToArray(),
            });
    }

    public static Task<int> TakeBack(Work work, IReadOnlyList<FrameworkVersion> versions) => work.Run(
        "delete from published_framework where programme_id = @Programme and document_id = any(@documents)",
        new { work.Programme, documents = versions.Select(version => version.DocumentId).ToArray() });

    /// <summary>All of them, without the items of what is not shipped.</summary>
    public static async Task<IReadOnlyList<PublicFramework>> All(Work work)
    {
        var rows = await work.Rows<Row>("select distinct on (document_id) document_id, header as content, changed_at from published_framework order by document_id, changed_at");
        return [.. Shipped, .. rows.Where(row => Shipped.All(of => of.DocumentId != row.DocumentId)).Select(Public)];
    }

    public static async Task<PublicFramework?> Document(Work work, Guid id) =>
        Shipped.FirstOrDefault(of => of.DocumentId == id) ?? await One(work, "document_id = @id", id);

    /// <summary>The newest version that has the item, of the framework that had it first.</summary>
    public static async Task<PublicFramework?> OfItem(Work work, Guid item) => Frameworks.OfItem(item) is { } shipped
        ? Shipped.Single(of => of.Framework.Id == shipped.Id)
        : await work.Row<Row>("""
            select document_id, content, changed_at from published_framework
            where item_ids @> array[@item]
              and programme_id = (select programme_id from published_framework where item_ids @> array[@item] order by changed_at, programme_id limit 1)
            order by changed_at desc, version_id desc limit 1
            """, new { item }) is { } row ? Public(row) : null;

    public static async Task<PublicFramework?> OfAssociation(Work work, Guid association) =>
        ShippedByAssociation.GetValueOrDefault(association) ?? await One(work, "association_ids @> array[@id]", association);

    private static async Task<PublicFramework?> One(Work work, string where, Guid id) => await work.Row<Row>(
        $"select document_id, content, changed_at from published_framework where {where} order by changed_at, programme_id limit 1", new { id }) is { } row ? Public(row) : null;

    private static PublicFramework Public(Row row) => new(FrameworkStore.Read(row.Content), row.DocumentId, row.ChangedAt);
}

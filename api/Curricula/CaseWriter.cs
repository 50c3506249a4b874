using System.Globalization;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>A framework as CASE has it.</summary>
/// <param name="root">The address of the service, with a slash at its end.</param>
internal sealed class CaseWriter(Framework framework, Guid document, DateTimeOffset changed, Uri root)
{
    public const string Extension = "portfolio";

    private readonly Dictionary<string, FrameworkItem> byCode = framework.Items.ToDictionary(item => item.Code, StringComparer.Ordinal);

    public static string Address(Uri root, string what, string id) => string.Create(CultureInfo.InvariantCulture, $"{root}ims/case/v1p1/{what}/{id}");

    public CasePackage Package() => new(Document(alone: false), [.. framework.Items.Select(item => Item(item, alone: false))], [.. Associations(alone: false)]);

    public CaseDocument Document(bool alone = true) => new(
        document, Address("CFDocuments", document), framework.Issuer, framework.Title, changed, "1.1", "Curriculum", framework.Sources is [var first, ..] ? first : null, framework.Version,
        framework.ValidFrom, framework.ValidUntil, framework.Note, new(new(framework.Id, framework.Supersedes, framework.Sources)), alone ? Link(framework.Title, "CFPackages", document) : null);

    public CaseItem Item(FrameworkItem item, bool alone = true)
    {
        var id = framework.ItemId(item);
        return new(id, Address("CFItems", id), item.Description ?? item.Title, changed, item.Code, item.Description is null ? null : item.Title, item.Kind, item.Note,
            new(new(Provenance: item.Provenance, TitleProvenance: item.TitleProvenance, Source: item.Source)), alone ? Link(framework.Title, "CFDocuments", document) : null);
    }

    /// <summary>Every item under its parent or the document, in order; then what corresponds to it elsewhere.</summary>
    public IEnumerable<CaseAssociation> Associations(bool alone = true) =>
        framework.Items.Select((item, at) => Association("isChildOf", item, item.Parent is { } parent ? ToItem(byCode[parent]) : Link(framework.Title, "CFDocuments", document), alone, sequence: at + 1))
            .Concat(framework.Items.SelectMany(item => (item.MapsTo ?? []).Select(mapping => Association("isRelatedTo", item, Elsewhere(mapping), alone, mapping: mapping))));

    /// <summary>Those that begin or end at an item.</summary>
    public IEnumerable<CaseAssociation> AssociationsOf(FrameworkItem item)
    {
        var id = framework.ItemId(item).ToString();
        return Associations().Where(association => association.OriginNodeUri.Identifier == id || association.DestinationNodeUri.Identifier == id);
    }

    private CaseAssociation Association(string type, FrameworkItem from, CaseLink to, bool alone, int? sequence = null, ItemMapping? mapping = null)
    {
        var id = Framework.Uuid($"{document:D}/{framework.ItemId(from):D}/{type}/{to.Identifier}");
        return new(id, type, Address("CFAssociations", id), ToItem(from), to with { TargetType = "CASE" }, changed, sequence,
            mapping is null ? null : new(new(mapping.Framework, Code: mapping.Code, Provenance: mapping.Provenance, Source: mapping.Source)), alone ? Link(framework.Title, "CFDocuments", document) : null);
    }

    private CaseLink ToItem(FrameworkItem item) => Link(item.Title, "CFItems", framework.ItemId(item)) with { TargetType = "CASE" };

    // An item of a framework that is not shipped has no address that everybody can read.
    private CaseLink Elsewhere(ItemMapping mapping) => Frameworks.Find(mapping.Framework) is { } other && other.Item(mapping.Code) is { } item
        ? Link(item.Title, "CFItems", other.ItemId(item))
        : new(mapping.Code, $"{mapping.Framework}/{mapping.Code}", $"urn:portfolio:{mapping.Framework}:{Uri.EscapeDataString(mapping.Code)}");

    private CaseLink Link(string title, string what, Guid id) => new(title, $"{id:D}", Address(what, id));

    private string Address(string what, Guid id) => Address(root, what, $"{id:D}");
}

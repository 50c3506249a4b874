using System.Text.Json.Nodes;
using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

// The changes of an overlay, made one after another on the pack beneath; the whole that comes out is checked as any pack is.
internal static class OverlayChanges
{
    private sealed record Made(string Path, PackChange Change);

    public static PackReading On(RequirementPack beneath, PackOverlay overlay, Func<string, string, bool>? knows)
    {
        var pack = PackWriter.Node(beneath);
        List<Made> made = [];
        for (var i = 0; i < overlay.Changes.Count; i++)
        {
            if (Make(pack, overlay.Changes[i]) is not { } change) return new(null, [new($"$.changes[{i}].at", "no rule or step of the pack beneath has this id")]);
            made.Add(change);
        }

        Head(pack, overlay, new(overlay.Over.Id, overlay.Over.Version, [.. made.Select(each => each.Change)]));
        var (whole, faults) = PackReader.Read(System.Text.Encoding.UTF8.GetBytes(pack.ToJsonString()), knows);
        if (whole is null) return new(null, [.. faults.Select(fault => Told(fault, made))]);
        List<DocumentFault> less = [.. AsksLess.Of(beneath, whole).Where(fault => !Said(fault.Path, overlay)).Select(fault => Told(fault, overlay))];
        return less.Count > 0 ? new(null, less) : new(whole, []);
    }

    private static Made? Make(JsonObject pack, OverlayChange change)
    {
        var (member, id, part) = OverlayCheck.Parts(change.At);
        if (id is null) return new($"$.{member}", Put(pack, member, change));
        var list = member.Split('[')[0];
        var items = pack[list] as JsonArray ?? [];
        if (items.Parent is null) pack[list] = items;
        var at = items.Select(item => item!["id"]?.GetValue<string>()).ToList().IndexOf(id);
        if (part is not null) return at < 0 ? null : new($"$.{list}[{at}].{part}", Put(items[at]!.AsObject(), part, change));
        var before = at < 0 ? null : items[at]!.ToJsonString();
        if (at < 0) items.Add(change.Value.DeepClone()); else items[at] = change.Value.DeepClone();
        return new($"$.{list}[{(at < 0 ? items.Count - 1 : at)}]", Told(change, before));
    }

    private static PackChange Put(JsonObject parent, string member, OverlayChange change)
    {
        var before = parent[member]?.ToJsonString();
        parent[member] = change.Value.DeepClone();
        return Told(change, before);
    }

    private static PackChange Told(OverlayChange change, string? before) => new(change.At, change.Value.ToJsonString(), change.Why, before, change.AsksLess);

    private static void Head(JsonObject pack, PackOverlay overlay, Overlaid over)
    {
        pack["id"] = overlay.Id;
        pack["version"] = overlay.Version;
        pack["title"] = PackWriter.Node(overlay.Title);
        pack["validFrom"] = PackWriter.Node(overlay.ValidFrom);
        pack.Remove("validTo");
        if (overlay.ValidTo is { } end) pack["validTo"] = PackWriter.Node(end);
        if (overlay.Language is { } language) pack["language"] = language;
        pack["over"] = PackWriter.Node(over);
    }

    // Whoever wrote the overlay knows its own lines: a fault within a changed part is told there.
    private static DocumentFault Told(DocumentFault fault, List<Made> made)
    {
        var i = made.FindIndex(each => fault.Path == each.Path || fault.Path.StartsWith($"{each.Path}.", StringComparison.Ordinal)
            || fault.Path.StartsWith($"{each.Path}[", StringComparison.Ordinal));
        return i < 0 ? fault : fault with { Path = $"$.changes[{i}].value{fault.Path[made[i].Path.Length..]}" };
    }

    private static DocumentFault Told(DocumentFault less, PackOverlay overlay)
    {
        var i = overlay.Changes.ToList().FindIndex(change => Covers(change.At, less.Path));
        return i < 0 ? less : less with { Path = $"$.changes[{i}].value" };
    }

    private static bool Said(string path, PackOverlay overlay) => overlay.Changes.Any(change => change.AsksLess && Covers(change.At, path));

    private static bool Covers(string at, string path) => path == at || path.StartsWith($"{at}.", StringComparison.Ordinal);
}

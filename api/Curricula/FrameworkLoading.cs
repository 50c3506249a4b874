using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>A framework that was there or is now.</summary>
internal sealed record LoadedFramework(FrameworkVersion Version, bool Now);

/// <summary>Loading a version: what has a meaning keeps it. A version has one content for ever, an item one id, and what is shipped is added to, never changed.</summary>
internal static class FrameworkLoading
{
    public static async Task<Answer<LoadedFramework>> Load(Work work, FrameworkRead read, Guid? by, DateTimeOffset now)
    {
        var findings = new FrameworkFindings();
        FrameworkCheck.Run(read, findings);
        if (findings.Any)
            return findings.ToProblem();
        await FrameworkStore.Wait(work, read.Framework.Id);
        var versions = await FrameworkStore.Versions(work, read.Framework.Id);
        var framework = read.Framework with { Items = FrameworkRead.Ordered(read.Framework.Items) };
        if (!read.Whole && versions is [var newest, ..])
            framework = Keeping(framework, newest.Framework);
        framework = WithIds(framework, versions, work.Programme);
        if (!read.NamesVersion)
            framework = framework with { Version = NextVersion(framework, versions) };
        KeepsShipped(read, framework, findings);
        if (findings.Any)
            return findings.ToProblem();
        if (versions.FirstOrDefault(version => version.Framework.Version == framework.Version) is { } same)
            return FrameworkStore.Write(same.Framework) == FrameworkStore.Write(framework) ? new LoadedFramework(same, Now: false) : Problems.FrameworkVersionTaken;
        var number = versions.Select(version => version.Number).DefaultIfEmpty(0).Max() + 1;
        return new LoadedFramework(await FrameworkStore.Add(work, framework, number, Creation.Of("framework", null, framework.ToBody(), by), now), Now: true);
    }

    /// <summary>What the form has no place for stays as it is in the version before, where the item is the same.</summary>
    private static Framework Keeping(Framework loaded, Framework before)
    {
        FrameworkItem[] items = [.. loaded.Items.Select(item => before.Item(item.Code) is { } known && known.Title == item.Title && known.Parent == item.Parent
            ? known with { Description = item.Description, ItemId = null }
            : item)];
        // The order too, which some forms do not have.
        if (before.Items.Count == items.Length && items.All(item => before.Item(item.Code) is not null))
            items = [.. before.Items.Select(known => items.First(item => item.Code == known.Code))];
        return loaded with
        {
            Items = items, Issuer = before.Issuer, Sources = before.Sources, Supersedes = before.Supersedes, ValidFrom = before.ValidFrom, ValidUntil = before.ValidUntil, Note = loaded.Note ?? before.Note,
        };
    }

    /// <summary>An item keeps the id that it first had; a new one has what its file says, or one of its own.</summary>
    private static Framework WithIds(Framework framework, IReadOnlyList<FrameworkVersion> versions, Guid programme)
    {
        var known = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var version in versions.Reverse())
            foreach (var item in version.Framework.Items)
                known[item.Code] = version.Framework.ItemId(item);
        var taken = known.Values.ToHashSet();
        return framework with
        {
            Items = [.. framework.Items.Select(item => item with
            {
                ItemId = known.TryGetValue(item.Code, out var id) ? id
                    : item.ItemId is { } own && !taken.Contains(own) ? own
                    : Framework.Uuid($"{programme:D}/{framework.Id}/{item.Code}"),
            })],
        };
    }

    private static string NextVersion(Framework framework, IReadOnlyList<FrameworkVersion> versions)
    {
        var same = versions.FirstOrDefault(version => FrameworkStore.Write(version.Framework) == FrameworkStore.Write(framework with { Version = version.Framework.Version }));
        return same?.Framework.Version ?? $"{versions.Select(version => version.Number).DefaultIfEmpty(0).Max() + 1}";
    }

    /// <summary>What everybody else means by a shipped item is meant here too. Our own summaries may give way to the framework's words.</summary>
    private static void KeepsShipped(FrameworkRead read, Framework framework, FrameworkFindings findings)
    {
        foreach (var shipped in Frameworks.Find(framework.Id)?.Items ?? [])
        {
            if (framework.Item(shipped.Code) is not { } item)
                findings.Add(read.Place(null, "items"), shipped.Code, "kept: it comes with the service; add items to this framework, or load another under an id of its own");
            else if (item.Parent != shipped.Parent || (item.Title != shipped.Title && shipped.TitleProvenance is not FrameworkItems.Inferred))
                findings.Add(read.Place(Place(read, item), item.Parent != shipped.Parent ? "parent" : "title"), item.Parent != shipped.Parent ? item.Parent : item.Title,
                    $"as it comes with the service: “{shipped.Title}”{(shipped.Parent is null ? " at the top" : $" under {shipped.Parent}")}");
        }
    }

    private static int Place(FrameworkRead read, FrameworkItem item) => read.Framework.Items.Select((of, at) => (of, at)).First(of => of.of.Code == item.Code).at;
}

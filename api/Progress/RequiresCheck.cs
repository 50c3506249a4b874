using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

// Which rule must be met before which: known ones, and never in a circle.
internal static class RequiresCheck
{
    public static IEnumerable<DocumentFault> Faults(RequirementPack pack)
    {
        for (var i = 0; i < pack.Rules.Count; i++)
        {
            var (path, required) = ($"$.rules[{i}].requires", pack.Rules[i].Requires);
            if (required is null) continue;
            if (required.Count is 0 || PackShape.HasRepeats(required)) yield return new(path, PackShape.SomeOnce);
            for (var n = 0; n < required.Count; n++)
                if (pack.Rules.All(rule => rule.Id != required[n])) yield return new($"{path}[{n}]", "no rule of this pack has this id");
            if (Circle(pack, [pack.Rules[i].Id]) is { } circle) yield return new(path, $"goes in a circle: {string.Join(", ", circle)}");
        }
    }

    // The shortest way from a rule back to itself; the widening search keeps a pack of many arrows from being walked again and again.
    private static IReadOnlyList<string>? Circle(RequirementPack pack, IReadOnlyList<string> start)
    {
        Queue<IReadOnlyList<string>> ways = new([start]);
        HashSet<string> seen = [];
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in pack.Rules.Where(rule => rule.Id == way[^1]).SelectMany(rule => rule.Requires ?? []))
            {
                if (next == start[0]) return [.. way, next];
                if (seen.Add(next)) ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }
}

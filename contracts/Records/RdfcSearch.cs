namespace Portfolio.Contracts.Records;

// Hash N-Degree Quads (RDFC-1.0, section 4.8): tells nodes apart whose own statements are alike, by walking to their neighbours.
internal sealed class RdfcSearch(RdfcDataset dataset, RdfcDigest digest, RdfcIssuer canonical, string[] firstDegree)
{
    // Steps of hashing or trying. The hardest graphs that are known to be honest need a fraction of it; a poison graph ends here.
    public const int MaxSteps = 400_000;
    private const int MaxDepth = 400;

    private readonly int issuerCost = 1 + dataset.Labels.Count / 16;
    private readonly Utf8Buffer input = new();
    private int steps;

    public void IssueAll(List<List<int>> alike)
    {
        foreach (var nodes in alike)
        {
            var found = new List<Result>();
            foreach (var node in nodes.Where(node => !canonical.Has(node)))
            {
                Spend(issuerCost);
                var issuer = new RdfcIssuer("b", dataset.Labels.Count);
                issuer.Issue(node);
                found.Add(Hash(node, issuer, depth: 0));
            }

            foreach (var node in found.OrderBy(result => result.Hash, StringComparer.Ordinal).SelectMany(result => result.Issuer.InOrder))
                canonical.Issue(node);
        }
    }

    private Result Hash(int node, RdfcIssuer issuer, int depth)
    {
        if (depth > MaxDepth)
            throw new PoisonGraphException();
        var data = new Utf8Buffer();
        foreach (var (hash, related) in Related(node, issuer))
        {
            data.Append(hash);
            issuer = Choose(related, issuer, data, depth);
        }

        return new(digest.Hex(data.Written), issuer);
    }

    // A node is listed once for each statement that leads to it, not once.
    private SortedDictionary<string, List<int>> Related(int node, RdfcIssuer issuer)
    {
        var related = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var quad in dataset.QuadsOf[node])
        {
            var (subject, @object, graph) = dataset.Nodes[quad];
            Note(subject, quad, 's');
            Note(@object, quad, 'o');
            Note(graph, quad, 'g');
        }

        return related;

        void Note(int other, int quad, char position)
        {
            if (other < 0 || other == node)
                return;
            var hash = RelatedHash(other, dataset.Quads[quad].Predicate.Value, issuer, position);
            if (!related.TryGetValue(hash, out var list))
                related.Add(hash, list = []);
            list.Add(other);
        }
    }

    private string RelatedHash(int node, string predicate, RdfcIssuer issuer, char position)
    {
        Spend(1);
        input.Clear();
        input.Append([position]);
        if (position != 'g')
        {
            input.Append("<"u8);
            input.Append(predicate);
            input.Append(">"u8);
        }

        input.Append(canonical.Has(node) ? $"_:{canonical.Label(node)}"
            : issuer.Has(node) ? $"_:{issuer.Label(node)}"
            : firstDegree[node]);
        return digest.Hex(input.Written);
    }

    // Tries the related nodes in every order and keeps the one whose path sorts first.
    private RdfcIssuer Choose(List<int> related, RdfcIssuer issuer, Utf8Buffer data, int depth)
    {
        var (chosen, path) = (new Utf8Buffer(), new Utf8Buffer());
        RdfcIssuer? chosenIssuer = null;
        related.Sort();
        do
        {
            Spend(related.Count + issuerCost);
            path.Clear();
            if (Walk(related, issuer.Copy(), path, chosen.Written, depth) is not { } walked)
                continue;
            if (chosenIssuer is null || path.Written.SequenceCompareTo(chosen.Written) < 0)
            {
                (chosen, path) = (path, chosen);
                chosenIssuer = walked;
            }
        }
        while (Permutation.Next(related));

        data.Append(chosen.Written);
        return chosenIssuer!;
    }

    // Null as soon as the path can no longer sort before the one chosen so far.
    private RdfcIssuer? Walk(List<int> order, RdfcIssuer issuer, Utf8Buffer path, ReadOnlySpan<byte> chosen, int depth)
    {
        var unvisited = new List<int>();
        foreach (var node in order)
        {
            if (!canonical.Has(node) && !issuer.Has(node))
            {
                unvisited.Add(node);
                issuer.Issue(node);
            }

            path.Append("_:"u8);
            path.Append((canonical.Has(node) ? canonical : issuer).Label(node));
            if (IsWorse(path, chosen))
                return null;
        }

        foreach (var node in unvisited)
        {
            var result = Hash(node, issuer, depth + 1);
            path.Append("_:"u8);
            path.Append(issuer.Label(node));
            path.Append("<"u8);
            path.Append(result.Hash);
            path.Append(">"u8);
            issuer = result.Issuer;
            if (IsWorse(path, chosen))
                return null;
        }

        return issuer;
    }

    private static bool IsWorse(Utf8Buffer path, ReadOnlySpan<byte> chosen) =>
        !chosen.IsEmpty && path.Written.SequenceCompareTo(chosen) > 0;

    private void Spend(int count)
    {
        steps += count;
        if (steps > MaxSteps)
            throw new PoisonGraphException();
    }

    private readonly record struct Result(string Hash, RdfcIssuer Issuer);
}

using System.Text;

namespace Portfolio.Contracts.Records;

// RDFC-1.0 (W3C Recommendation, 21 May 2024): the same statements give the same bytes, whatever the blank nodes were called.
internal static class Rdfc
{
    public static byte[] Canonicalize(ReadOnlySpan<RdfQuad> quads, RdfcDigest digest = RdfcDigest.Sha256)
    {
        var dataset = new RdfcDataset(quads);
        return Serialise(dataset, Issue(dataset, digest));
    }

    // The canonical label of each label that came in.
    public static Dictionary<string, string> Labels(ReadOnlySpan<RdfQuad> quads, RdfcDigest digest = RdfcDigest.Sha256)
    {
        var dataset = new RdfcDataset(quads);
        var issuer = Issue(dataset, digest);
        return Enumerable.Range(0, dataset.Labels.Count).ToDictionary(node => dataset.Labels[node], issuer.Label);
    }

    private static RdfcIssuer Issue(RdfcDataset dataset, RdfcDigest digest)
    {
        var canonical = new RdfcIssuer("c14n", dataset.Labels.Count);
        var hashes = FirstDegree(dataset, digest);
        var byHash = Enumerable.Range(0, hashes.Length).ToArray();
        Array.Sort([.. hashes], byHash, StringComparer.Ordinal);

        var alike = new List<List<int>>();
        for (int from = 0, to; from < byHash.Length; from = to)
        {
            for (to = from + 1; to < byHash.Length && hashes[byHash[to]] == hashes[byHash[from]];)
                to++;
            if (to == from + 1)
                canonical.Issue(byHash[from]);
            else
                alike.Add([.. byHash[from..to]]);
        }

        if (alike.Count > 0)
            new RdfcSearch(dataset, digest, canonical, hashes).IssueAll(alike);
        return canonical;
    }

    private static string[] FirstDegree(RdfcDataset dataset, RdfcDigest digest)
    {
        var hashes = new string[dataset.Labels.Count];
        var lines = new RdfcLines();
        for (var node = 0; node < hashes.Length; node++)
        {
            lines.Clear();
            foreach (var quad in dataset.QuadsOf[node])
            {
                var (subject, @object, graph) = dataset.Nodes[quad];
                lines.Add(dataset.Quads[quad], Seen(subject, node), Seen(@object, node), Seen(graph, node));
            }

            hashes[node] = digest.Hex(lines.Sorted());
        }

        return hashes;
    }

    private static ReadOnlySpan<byte> Seen(int node, int from) => node == from ? "a"u8 : "z"u8;

    private static byte[] Serialise(RdfcDataset dataset, RdfcIssuer canonical)
    {
        var labels = new byte[dataset.Labels.Count][];
        for (var node = 0; node < labels.Length; node++)
            labels[node] = Encoding.ASCII.GetBytes(canonical.Label(node));
        var lines = new RdfcLines();
        for (var quad = 0; quad < dataset.Quads.Count; quad++)
        {
            var (subject, @object, graph) = dataset.Nodes[quad];
            lines.Add(dataset.Quads[quad], LabelOf(subject), LabelOf(@object), LabelOf(graph));
        }

        return lines.Sorted().ToArray();

        ReadOnlySpan<byte> LabelOf(int node) => node < 0 ? default : labels[node];
    }
}

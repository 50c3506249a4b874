using System.Runtime.InteropServices;

namespace Portfolio.Contracts.Records;

// The set of quads, with blank nodes as small numbers in the order in which they are met (-1 = no blank node there).
internal sealed class RdfcDataset
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public RdfcDataset(ReadOnlySpan<RdfQuad> quads)
    {
        var seen = new HashSet<RdfQuad>(quads.Length);
        foreach (ref readonly var quad in quads)
        {
            if (!quad.IsWellFormed)
                throw new FormatException("A quad has a term where RDF allows none of its kind.");
            if (seen.Add(quad))
                Add(quad);
        }
    }

    public List<RdfQuad> Quads { get; } = [];

    public List<(int Subject, int Object, int Graph)> Nodes { get; } = [];

    public List<string> Labels { get; } = [];

    public List<List<int>> QuadsOf { get; } = [];

    private void Add(in RdfQuad quad)
    {
        var nodes = (Subject: Number(quad.Subject), Object: Number(quad.Object), Graph: Number(quad.Graph));
        var at = Quads.Count;
        Quads.Add(quad);
        Nodes.Add(nodes);
        Note(nodes.Subject, at);
        Note(nodes.Object, at);
        Note(nodes.Graph, at);
    }

    private int Number(in RdfTerm term)
    {
        if (!term.IsBlank)
            return -1;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, term.Value, out var known);
        if (!known)
        {
            number = Labels.Count;
            Labels.Add(term.Value);
            QuadsOf.Add([]);
        }

        return number;
    }

    // A quad that names a node twice is still one quad of that node.
    private void Note(int node, int quad)
    {
        if (node >= 0 && (QuadsOf[node] is [] || QuadsOf[node][^1] != quad))
            QuadsOf[node].Add(quad);
    }
}

using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// A graph with a name. Terms are written as in N-Quads, but shorter:
// "_:a" is a blank node, "p" stands for urn:p, "\"text" is a plain literal.
internal sealed record RdfCase(string Name, RdfQuad[] Quads)
{
    public static RdfCase Of(string name, params string[] lines) => new(name, [.. lines.Select(Quad)]);

    // "a>b" is a statement urn:p from one blank node to the other.
    public static RdfCase Edges(string name, string edges) =>
        new(name, [.. edges.Split(' ').Select(edge => Quad($"_:{edge.Replace(">", " p _:")}"))]);

    public static RdfCase Undirected(string name, IEnumerable<(int From, int To)> edges) =>
        new(name, [.. edges.SelectMany(e => new[] { Quad($"_:n{e.From} p _:n{e.To}"), Quad($"_:n{e.To} p _:n{e.From}") })]);

    public RdfCase Renamed(Random random)
    {
        var labels = Quads.SelectMany(q => new[] { q.Subject, q.Object, q.Graph }).Where(t => t.IsBlank).Distinct().ToArray();
        var fresh = Enumerable.Range(0, labels.Length).Select(n => RdfTerm.Blank($"x{n}")).ToArray();
        random.Shuffle(fresh);
        RdfTerm Rename(RdfTerm term) => term.IsBlank ? fresh[Array.IndexOf(labels, term)] : term;
        RdfQuad[] quads = [.. Quads.Select(q => new RdfQuad(Rename(q.Subject), q.Predicate, Rename(q.Object), Rename(q.Graph)))];
        random.Shuffle(quads);
        return new(Name, quads);
    }

    public string AsNQuads()
    {
        var buffer = new Utf8Buffer();
        foreach (var quad in Quads)
            NQuads.Append(buffer, quad, Label(quad.Subject), Label(quad.Object), Label(quad.Graph));
        return Encoding.UTF8.GetString(buffer.Written);
    }

    public string Canonical(RdfcDigest digest = RdfcDigest.Sha256) => Encoding.UTF8.GetString(Rdfc.Canonicalize(Quads, digest));

    private static byte[] Label(RdfTerm term) => term.IsBlank ? Encoding.UTF8.GetBytes(term.Value) : [];

    private static RdfQuad Quad(string line) => line.Split(' ') switch
    {
        [var s, var p, var o] => new(Term(s), Term(p), Term(o)),
        [var s, var p, var o, var g] => new(Term(s), Term(p), Term(o), Term(g)),
        _ => throw new FormatException(line),
    };

    private static RdfTerm Term(string text) =>
        text.StartsWith("_:", StringComparison.Ordinal) ? RdfTerm.Blank(text[2..])
        : text[0] == '"' ? RdfTerm.Literal(text[1..])
        : RdfTerm.Iri($"urn:{text}");
}

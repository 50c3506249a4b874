using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// Seeded, so that a failure comes back. Few nodes and few predicates make many that are alike.
internal static class RandomGraphs
{
    private static readonly string[] Texts =
    [
        "", "plain", "two\nlines", "tab\t\"quoted\" back\\slash\r", "\b\f\v\0\u0001\u001F\u007F", "\u0080\u00A0é", "漢字", "\U0001F600", "a'b",
    ];

    public static IEnumerable<RdfCase> Make(int seed, int count)
    {
        var random = new Random(seed);
        for (var n = 0; n < count; n++)
        {
            RdfQuad[] part = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Quad(random, nodes: random.Next(1, 6)))];
            yield return new RdfCase($"seed {seed}, graph {n}", random.Next(3) == 0 ? [.. part, .. Twin(part)] : part).Renamed(random);
        }
    }

    // The same part again with other nodes: alike to any depth.
    private static IEnumerable<RdfQuad> Twin(IEnumerable<RdfQuad> quads) =>
        quads.Select(q => new RdfQuad(Other(q.Subject), q.Predicate, Other(q.Object), Other(q.Graph)));

    private static RdfTerm Other(RdfTerm term) => term.IsBlank ? RdfTerm.Blank(term.Value + "t") : term;

    private static RdfQuad Quad(Random random, int nodes) => new(
        random.Next(5) == 0 ? RdfTerm.Iri("urn:s") : Node(random, nodes),
        RdfTerm.Iri(random.Next(4) == 0 ? "urn:q" : "urn:p"),
        random.Next(4) switch { 0 => Literal(random), 1 when nodes > 4 => RdfTerm.Iri("urn:ö"), _ => Node(random, nodes) },
        random.Next(6) switch { 0 => Node(random, nodes), 1 => RdfTerm.Iri("urn:g"), _ => RdfTerm.DefaultGraph });

    private static RdfTerm Node(Random random, int nodes) => RdfTerm.Blank($"e{random.Next(nodes)}");

    private static RdfTerm Literal(Random random)
    {
        var text = Texts[random.Next(Texts.Length)];
        return random.Next(4) switch
        {
            0 => RdfTerm.LanguageText(text, random.Next(2) == 0 ? "en-GB" : "cy"),
            1 => RdfTerm.Literal(text, "http://www.w3.org/2001/XMLSchema#date"),
            _ => RdfTerm.Literal(text),
        };
    }
}

namespace Portfolio.Tests.Records;

// The kinds of graph that the W3C's RDFC-1.0 suite asks about, in our own instances.
internal static class RdfCases
{
    public static IEnumerable<RdfCase> Named() =>
    [
        RdfCase.Of("one statement", "s p o"),
        RdfCase.Of("a statement said twice", "s p o", "s p o", "_:a p \"x", "_:a p \"x"),
        RdfCase.Of("a blank node", "_:a p \"v"),
        RdfCase.Of("a blank node inside another", "s p _:a", "_:a q _:b", "_:b r \"v"),
        RdfCase.Of("two links to one node", "s p _:a", "s q _:a", "_:a r \"v"),
        RdfCase.Edges("itself", "a>a"),
        RdfCase.Edges("two that point at themselves", "a>a b>b"),
        RdfCase.Of("diamond", "_:a p _:b", "_:a p _:c", "_:b q _:d", "_:c r _:d"),
        RdfCase.Edges("diamond of equals", "a>b a>c b>d c>d"),
        RdfCase.Edges("circle of two", "a>b b>a"),
        RdfCase.Edges("two circles of two", "a>b b>a c>d d>c"),
        RdfCase.Edges("circle of three", "a>b b>c c>a"),
        RdfCase.Edges("two circles of three", "a>b b>c c>a d>e e>f f>d"),
        RdfCase.Edges("double circle of three", "a>b b>c c>a b>a c>b a>c"),
        RdfCase.Of("pointing at a circle of three", "_:a p _:b", "_:b p _:c", "_:c p _:a", "_:d q _:a"),
        RdfCase.Of("two predicates round a circle", "_:a p _:b", "_:b p _:c", "_:c p _:a", "_:b q _:a", "_:c q _:b", "_:a q _:c"),
        RdfCase.Of("disjoint equal parts", "_:a p _:b", "_:b q \"v", "_:c p _:d", "_:d q \"v", "_:e p _:f", "_:f q \"v"),
        RdfCase.Of("difference deep down", "_:a p _:b", "_:b p _:c", "_:c p \"x", "_:d p _:e", "_:e p _:f", "_:f p \"y"),
        RdfCase.Of("lists", "_:a first \"1", "_:a rest _:b", "_:b first \"2", "_:b rest nil", "s p _:a", "s q _:c", "_:c first \"1", "_:c rest nil"),
        RdfCase.Of("a triple described", "_:t s _:a", "_:t p _:b", "_:t o _:c", "_:u s _:c", "_:u p _:b", "_:u o _:a"),
        RdfCase.Of("a named graph", "_:a p _:b g", "_:a p _:b", "_:b p _:a h"),
        RdfCase.Of("a blank graph", "_:a p \"v _:g", "_:b p \"v _:h", "_:g p _:h"),
        RdfCase.Of("alike in the default and a blank graph", "_:a p _:b", "_:c p _:d _:g"),
        RdfCase.Of("nodes shared by graphs", "_:a p _:b", "_:a p _:b _:g", "_:a p _:c _:h"),
        RdfCase.Of("a graph that names itself", "_:g p _:g _:g", "_:h p _:g _:h"),
        RdfCase.Of("one neighbour by several ways", "_:a p _:b", "_:a p _:b g", "_:a p _:b h", "_:c p _:d", "_:c p _:d g", "_:d p _:c h"),
        RdfCase.Of("one neighbour by several ways, from equals", "_:a p _:b g", "_:a p _:b h", "_:b p _:a g", "_:b p _:a h"),
        .. Range(12).Select(n => RdfCase.Of(
            $"one neighbour by several ways, difference beyond, {n}",
            "_:a p _:b g", "_:a p _:b h", $"_:b q{n} _:c", "_:c p \"x", "_:d p _:e g", "_:d p _:e h", $"_:e q{n} _:f", "_:f p \"y")),
        RdfCase.Undirected("clique of four", Pairs(4)),
        RdfCase.Undirected("clique of five", Pairs(5)),
        RdfCase.Undirected("circle of twelve", Circle(12)),
        RdfCase.Undirected("three houses, three wells", from a in Range(3) from b in Range(3) select (a, b + 3)),
        RdfCase.Undirected("cube", from a in Range(8) from bit in Range(3) where (a >> bit & 1) == 0 select (a, a | 1 << bit)),
        RdfCase.Undirected("prism", [.. Circle(5), .. Circle(5).Select(e => (e.From + 5, e.To + 5)), .. Range(5).Select(n => (n, n + 5))]),
        RdfCase.Undirected("Petersen", Petersen()),
        RdfCase.Undirected("two triangles and a circle of six", [.. Circle(6), (6, 7), (7, 8), (8, 6), (9, 10), (10, 11), (11, 9)]),
    ];

    public static RdfCase Clique(int nodes) => RdfCase.Undirected($"clique of {nodes}", Pairs(nodes));

    private static IEnumerable<(int From, int To)> Petersen() =>
        [.. Circle(5), .. Range(5).Select(n => (n, n + 5)), .. Range(5).Select(n => (n + 5, (n + 2) % 5 + 5))];

    private static IEnumerable<(int From, int To)> Circle(int nodes) => Range(nodes).Select(n => (n, (n + 1) % nodes));

    private static IEnumerable<(int From, int To)> Pairs(int nodes) => from a in Range(nodes) from b in Range(a) select (a, b);

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);
}

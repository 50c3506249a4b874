using System.Diagnostics;
using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public class RdfcTests
{
    [Fact]
    public void Names_of_blank_nodes_and_order_of_statements_do_not_matter()
    {
        var random = new Random(10);
        foreach (var graph in RdfCases.Named())
        {
            var canonical = graph.Canonical();
            for (var n = 0; n < 5; n++)
                Assert.Equal(canonical, graph.Renamed(random).Canonical());
        }
    }

    [Fact]
    public void Graphs_that_differ_come_out_different() =>
        Assert.Distinct(RdfCases.Named().Select(graph => graph.Canonical()));

    [Fact]
    public void The_labels_given_are_those_in_the_output()
    {
        var labels = Rdfc.Labels(RdfCase.Of("chain", "s p _:x", "_:x q _:y", "_:y r \"v").Quads);
        Assert.Equal(["x", "y"], labels.Keys.Order());
        Assert.Equal(["c14n0", "c14n1"], labels.Values.Order());
        var canonical = RdfCase.Of("chain", "s p _:x", "_:x q _:y", "_:y r \"v").Canonical();
        Assert.Contains($"<urn:s> <urn:p> _:{labels["x"]} .\n", canonical);
        Assert.Contains($"_:{labels["y"]} <urn:r> \"v\" .\n", canonical);
    }

    [Fact]
    public void Labels_that_look_canonical_are_still_given_anew() =>
        Assert.Equal(
            RdfCase.Of("", "_:a p _:b", "_:b p \"v").Canonical(),
            RdfCase.Of("", "_:c14n1 p _:c14n0", "_:c14n0 p \"v").Canonical());

    [Fact]
    public void Literals_are_escaped_where_they_must_be_and_nowhere_else()
    {
        RdfQuad[] quads =
        [
            Says(RdfTerm.Literal("\0\a\b\t\n\v\f\r\u001f \"'\\\u007f\u0080é漢\U0001F600")),
            Says(RdfTerm.Literal("x", "urn:type")),
            Says(RdfTerm.Literal("x", RdfTerm.XsdString)),
            Says(RdfTerm.LanguageText("x", "en-GB")),
        ];
        Assert.Equal(
            """
            <urn:s> <urn:p> "\u0000\u0007\b\t\n\u000B\f\r\u001F \"'\\\u007Fé漢😀" .
            <urn:s> <urn:p> "x" .
            <urn:s> <urn:p> "x"@en-GB .
            <urn:s> <urn:p> "x"^^<urn:type> .

            """.Replace("\\u007F", "\\u007F\u0080"),
            Encoding.UTF8.GetString(Rdfc.Canonicalize(quads)));
    }

    [Fact]
    public void Lines_stand_in_code_point_order() =>
        Assert.Equal(
            "<urn:s> <urn:p> \"\uFF01\" .\n<urn:s> <urn:p> \"\U0001F600\" .\n",
            Encoding.UTF8.GetString(Rdfc.Canonicalize([Says(RdfTerm.Literal("\U0001F600")), Says(RdfTerm.Literal("\uFF01"))])));

    [Theory]
    [InlineData("urn:a> <urn:b")]
    [InlineData("urn:a b")]
    [InlineData("urn:a\n")]
    [InlineData("urn:\\u0041")]
    [InlineData("relative")]
    [InlineData("")]
    public void An_IRI_that_could_be_read_otherwise_is_refused(string iri) =>
        Assert.Throws<FormatException>(() => RdfTerm.Iri(iri));

    // Not as theory data: an attribute's strings are UTF-8, which has no lone surrogates.
    [Fact]
    public void A_text_that_implementations_disagree_about_is_refused()
    {
        foreach (var text in new[] { "\uD800", "\uD83Dx", "\uDE00\uD83D", "\U0001F600\uD83D", "\uFFFE", "ok \U0001F600 \uFFFF" })
        {
            Assert.Throws<FormatException>(() => RdfTerm.Literal(text));
            Assert.Throws<FormatException>(() => RdfTerm.LanguageText(text, "en"));
            Assert.Throws<FormatException>(() => RdfTerm.Iri($"urn:{text}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("en ")]
    [InlineData("en_GB")]
    [InlineData("en\n")]
    public void A_language_that_is_no_tag_is_refused(string tag) =>
        Assert.Throws<FormatException>(() => RdfTerm.LanguageText("x", tag));

    [Fact]
    public void A_term_out_of_place_is_refused()
    {
        var (iri, blank, text) = (RdfTerm.Iri("urn:s"), RdfTerm.Blank("b"), RdfTerm.Literal("x"));
        foreach (var quad in new RdfQuad[] { new(text, iri, iri), new(iri, blank, iri), new(iri, iri, default), new(iri, iri, iri, text), default })
            Assert.Throws<FormatException>(() => Rdfc.Canonicalize([quad]));
    }

    [Fact]
    public void Nothing_canonicalises_to_nothing() => Assert.Empty(Rdfc.Canonicalize([]));

    [Fact]
    public void A_poison_graph_ends_in_a_named_error_and_soon()
    {
        RdfCase[] poison =
        [
            RdfCases.Clique(10),
            RdfCases.Clique(60),
            RdfCase.Undirected("long circle", Enumerable.Range(0, 2_000).Select(n => (n, (n + 1) % 2_000))),
            RdfCase.Of("star", [.. Enumerable.Range(0, 200).Select(n => $"_:a p _:n{n}"), .. Enumerable.Range(0, 200).Select(n => $"_:b p _:n{n}")]),
            RdfCase.Of("many alone", [.. Enumerable.Range(0, 20_000).Select(n => $"_:n{n} p \"v")]),
        ];
        foreach (var graph in poison)
        {
            var started = Stopwatch.GetTimestamp();
            Assert.Throws<PoisonGraphException>(() => Rdfc.Canonicalize(graph.Quads));
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10), graph.Name);
            TestContext.Current.SendDiagnosticMessage($"{graph.Name}: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
        }
    }

    [Fact]
    public void A_graph_like_a_record_takes_far_less_than_a_millisecond()
    {
        RdfQuad[] quads = [.. Enumerable.Range(0, 60).Select(n => new RdfQuad(
            n % 4 == 0 ? RdfTerm.Iri("https://portfolio.example/programmes/1/records/1") : RdfTerm.Blank($"b{n % 12}"),
            RdfTerm.Iri($"https://purl.imsglobal.org/spec/vc/ob/vocab.html#member{n}"),
            n % 5 == 0 ? RdfTerm.Blank($"b{(n + 1) % 12}") : RdfTerm.Literal($"a value of usual length, number {n}")))];
        for (var warm = 0; warm < 1_000; warm++)
            Rdfc.Canonicalize(quads);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fastest = Enumerable.Range(0, 200).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            Rdfc.Canonicalize(quads);
            return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        });
        TestContext.Current.SendDiagnosticMessage($"{fastest:F0} µs, {(GC.GetAllocatedBytesForCurrentThread() - before) / 200 / 1024} kB");
        Assert.True(fastest < 300, $"{fastest:F0} µs");
    }

    private static RdfQuad Says(RdfTerm text) => new(RdfTerm.Iri("urn:s"), RdfTerm.Iri("urn:p"), text);
}

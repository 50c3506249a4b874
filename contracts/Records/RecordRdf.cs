using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// A document of ours as RDF statements, by the table of terms: what JSON-LD would make of it with the published contexts, and a
// FormatException where JSON-LD would leave something out, because what is left out is not signed.
internal sealed class RecordRdf
{
    private readonly List<RdfQuad> _quads = new(160);
    private int _blanks;

    // The statements of a credential without the members named, which are the ones a digest or proof does not cover.
    public static ReadOnlySpan<RdfQuad> Of(JsonElement document, params ReadOnlySpan<string> without)
    {
        var rdf = new RecordRdf();
        rdf.Node(document, RdfTerm.DefaultGraph, without);
        return CollectionsMarshal.AsSpan(rdf._quads);
    }

    public static byte[] Canonical(JsonElement document, params ReadOnlySpan<string> without) => Rdfc.Canonicalize(Of(document, without));

    private RdfTerm Node(JsonElement node, RdfTerm graph, ReadOnlySpan<string> without = default)
    {
        if (node.ValueKind == JsonValueKind.String)
            return RdfTerm.Iri(node.GetString()!);
        if (node.ValueKind != JsonValueKind.Object)
            throw new FormatException("A node is neither an object nor an id.");
        var subject = node.TryGetProperty("id", out var id) ? RdfTerm.Iri(Text(id)) : RdfTerm.Blank(Next());
        var types = Types(node);
        foreach (var type in types)
            _quads.Add(new(subject, RecordTerms.Type, RecordTerms.Types.TryGetValue(type, out var iri) ? iri : throw Unknown(type), graph));
        foreach (var member in node.EnumerateObject())
        {
            if (member.Name is "id" or "type" || without.Contains(member.Name))
                continue;
            if (member.Name == "@context")
                RequireContexts(member.Value);
            else
                Values(subject, Meaning(types, member.Name), member.Value, graph);
        }
        return subject;
    }

    private void Values(RdfTerm subject, Term term, JsonElement value, RdfTerm graph)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Value(subject, term, value, graph);
            return;
        }
        foreach (var item in value.EnumerateArray())
            Value(subject, term, item, graph);
    }

    private void Value(RdfTerm subject, Term term, JsonElement value, RdfTerm graph)
    {
        var inner = term.Shape == TermShape.Graph ? RdfTerm.Blank(Next()) : default;
        if (term.Shape == TermShape.Graph)
            Node(value, inner);
        var read = term.Shape switch
        {
            TermShape.Graph => inner,
            TermShape.Node => Node(value, graph),
            TermShape.Iri => RdfTerm.Iri(Text(value)),
            TermShape.Keyword => Text(value) == RecordTerms.AssertionMethod ? RecordTerms.AssertionMethodIri : throw Unknown("a keyword"),
            TermShape.Typed when value.ValueKind is JsonValueKind.True or JsonValueKind.False =>
                RdfTerm.Literal(value.ValueKind == JsonValueKind.True ? "true" : "false", term.Datatype!),
            TermShape.Typed => RdfTerm.Literal(Text(value), term.Datatype!),
            _ => RdfTerm.Literal(Text(value)),
        };
        _quads.Add(new(subject, term.Predicate, read, graph));
    }

    private static Term Meaning(string[] types, string name)
    {
        foreach (var type in types)
            if (RecordTerms.Scopes.TryGetValue(type, out var scope) && scope.TryGetValue(name, out var term))
                return term;
        return RecordTerms.Scopes[""].TryGetValue(name, out var everywhere) ? everywhere : throw Unknown(name);
    }

    private static string[] Types(JsonElement node) => node.Member("type") switch
    {
        { ValueKind: JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.Array } many => [.. many.EnumerateArray().Select(Text)],
        var one => [Text(one)],
    };

    // Compared exactly and in order: another context could give every other word in the document another meaning.
    private static void RequireContexts(JsonElement contexts)
    {
        var named = contexts.ValueKind == JsonValueKind.Array ? contexts.EnumerateArray().Select(Text).ToArray() : [Text(contexts)];
        if (named is not ([RecordJson.CredentialsContext] or [RecordJson.CredentialsContext, RecordJson.BadgesContext]))
            throw new FormatException("The contexts are not the published ones.");
    }

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException("A value is not a text.");

    private string Next() => (_blanks++).ToString(CultureInfo.InvariantCulture);

    private static FormatException Unknown(string what) => new($"The published contexts, as far as records use them, do not know “{what}”.");
}

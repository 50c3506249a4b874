using System.Buffers;
using System.Text.RegularExpressions;

namespace Portfolio.Contracts.Records;

internal enum RdfTermKind : byte { DefaultGraph, Iri, Blank, Literal, LanguageText }

// Qualifier is a literal's datatype or language. Made only by the factories, so that a term which could be read as two is never serialised.
internal readonly partial record struct RdfTerm
{
    public const string XsdString = "http://www.w3.org/2001/XMLSchema#string";

    private static readonly SearchValues<char> NotInIri =
        SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(c => (char)c), .. "<>\"{}|^`\\"]);

    private RdfTerm(RdfTermKind kind, string value, string? qualifier = null) =>
        (Kind, Value, Qualifier) = (kind, value, qualifier);

    public static RdfTerm DefaultGraph => default;

    public RdfTermKind Kind { get; }

    public string Value { get; }

    public string? Qualifier { get; }

    public bool IsBlank => Kind == RdfTermKind.Blank;

    public static RdfTerm Iri(string iri) =>
        iri.IndexOf(':', StringComparison.Ordinal) > 0 && !iri.AsSpan().ContainsAny(NotInIri)
            ? new(RdfTermKind.Iri, Text(iri))
            : throw new FormatException("Not an absolute IRI.");

    // The label never reaches the output, it only tells one node from another.
    public static RdfTerm Blank(string label) => new(RdfTermKind.Blank, label);

    public static RdfTerm Literal(string value) => new(RdfTermKind.Literal, Text(value), XsdString);

    public static RdfTerm Literal(string value, string datatype) => new(RdfTermKind.Literal, Text(value), Iri(datatype).Value);

    public static RdfTerm LanguageText(string value, string language) =>
        LanguageTag().IsMatch(language)
            ? new(RdfTermKind.LanguageText, Text(value), language)
            : throw new FormatException("Not a language tag.");

    // Lone surrogates have no UTF-8, and implementations disagree whether U+FFFE and U+FFFF are escaped: both are refused.
    private static string Text(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uFFFF'); i >= 0 && i < text.Length; i++)
        {
            if (text[i] >= '\uFFFE')
                throw new FormatException("A text holds a noncharacter.");
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i++))
                throw new FormatException("A text holds a lone surrogate.");
        }

        return text;
    }

    [GeneratedRegex(@"\A[a-zA-Z]+(-[a-zA-Z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}

using System.Buffers;
using System.Globalization;

namespace Portfolio.Contracts.Records;

// Canonical N-Quads as RDFC-1.0 section 5 asks: one space, no datatype for plain strings, escapes only where they must be.
internal static class NQuads
{
    private static readonly SearchValues<char> MustEscape =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '\u007F', '"', '\\']);

    // The labels stand for the quad's blank nodes; a place that holds none ignores its own.
    public static void Append(
        Utf8Buffer to, in RdfQuad quad, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> @object, ReadOnlySpan<byte> graph)
    {
        Append(to, quad.Subject, subject);
        to.Append(" "u8);
        Append(to, quad.Predicate, default);
        to.Append(" "u8);
        Append(to, quad.Object, @object);
        if (quad.Graph.Kind != RdfTermKind.DefaultGraph)
        {
            to.Append(" "u8);
            Append(to, quad.Graph, graph);
        }

        to.Append(" .\n"u8);
    }

    private static void Append(Utf8Buffer to, in RdfTerm term, ReadOnlySpan<byte> label)
    {
        switch (term.Kind)
        {
            case RdfTermKind.Iri:
                AppendIri(to, term.Value);
                break;
            case RdfTermKind.Blank:
                to.Append("_:"u8);
                to.Append(label);
                break;
            default:
                to.Append("\""u8);
                AppendEscaped(to, term.Value);
                to.Append("\""u8);
                AppendQualifier(to, term);
                break;
        }
    }

    private static void AppendQualifier(Utf8Buffer to, in RdfTerm literal)
    {
        if (literal.Kind == RdfTermKind.LanguageText)
        {
            to.Append("@"u8);
            to.Append(literal.Qualifier);
        }
        else if (literal.Qualifier != RdfTerm.XsdString)
        {
            to.Append("^^"u8);
            AppendIri(to, literal.Qualifier);
        }
    }

    private static void AppendIri(Utf8Buffer to, ReadOnlySpan<char> iri)
    {
        to.Append("<"u8);
        to.Append(iri);
        to.Append(">"u8);
    }

    private static void AppendEscaped(Utf8Buffer to, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(MustEscape) is >= 0 and var at)
        {
            to.Append(text[..at]);
            AppendEscape(to, text[at]);
            text = text[(at + 1)..];
        }

        to.Append(text);
    }

    private static void AppendEscape(Utf8Buffer to, char c)
    {
        Span<char> code = ['\\', 'u', '0', '0', '0', '0'];
        switch (c)
        {
            case '\b': to.Append("\\b"u8); break;
            case '\t': to.Append("\\t"u8); break;
            case '\n': to.Append("\\n"u8); break;
            case '\f': to.Append("\\f"u8); break;
            case '\r': to.Append("\\r"u8); break;
            case '"': to.Append("\\\""u8); break;
            case '\\': to.Append("\\\\"u8); break;
            default:
                ((int)c).TryFormat(code[2..], out _, "X4", CultureInfo.InvariantCulture);
                to.Append(code);
                break;
        }
    }
}

namespace Portfolio.Contracts.Records;

// Lines in code point order, which is the order of their UTF-8 bytes and not that of .NET's or JavaScript's strings.
internal sealed class RdfcLines
{
    private readonly Utf8Buffer written = new(4096);
    private readonly Utf8Buffer sorted = new(4096);
    private readonly List<(int Start, int Length)> lines = [];

    public void Clear()
    {
        written.Clear();
        lines.Clear();
    }

    public void Add(in RdfQuad quad, ReadOnlySpan<byte> subject, ReadOnlySpan<byte> @object, ReadOnlySpan<byte> graph)
    {
        var start = written.Length;
        NQuads.Append(written, quad, subject, @object, graph);
        lines.Add((start, written.Length - start));
    }

    public ReadOnlySpan<byte> Sorted()
    {
        lines.Sort((a, b) => Line(a).SequenceCompareTo(Line(b)));
        sorted.Clear();
        foreach (var line in lines)
            sorted.Append(Line(line));
        return sorted.Written;
    }

    private ReadOnlySpan<byte> Line((int Start, int Length) line) => written.Written.Slice(line.Start, line.Length);
}

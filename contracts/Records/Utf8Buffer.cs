using System.Text;

namespace Portfolio.Contracts.Records;

// Grows and is used again: one buffer serves a whole canonicalisation.
internal sealed class Utf8Buffer(int capacity = 256)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> more) => more.CopyTo(Take(more.Length));

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(Length));
    }

    private Span<byte> Take(int count)
    {
        Reserve(count);
        Length += count;
        return bytes.AsSpan(Length - count, count);
    }

    private void Reserve(int count)
    {
        if (bytes.Length - Length < count)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
    }
}

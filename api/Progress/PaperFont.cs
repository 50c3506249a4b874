using System.Buffers.Binary;
using System.Text;

namespace Portfolio.Api.Progress;

/// <summary>A TrueType font as the system has it, read as far as writing on paper needs: which glyph a character has, how wide it is, and the outlines of those that were used.</summary>
internal sealed class PaperFont
{
    private const int MoreComponents = 0x20, WordArguments = 0x01, Scale = 0x08, TwoScales = 0x40, TwoByTwo = 0x80;

    private readonly byte[] bytes;
    private readonly Dictionary<string, (int At, int Length)> tables = [];
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int unitsPerEm, wide, count;
    private readonly bool longOffsets;

    public PaperFont(byte[] bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < U16(4); i++)
            tables[Encoding.ASCII.GetString(bytes, 12 + (i * 16), 4)] = (S32(12 + (i * 16) + 8), S32(12 + (i * 16) + 12));
        (unitsPerEm, longOffsets) = (U16(At("head") + 18), U16(At("head") + 50) == 1);
        (wide, count) = (U16(At("hhea") + 34), U16(At("maxp") + 4));
        ReadCharacters();
    }

    public int Ascent => Thousandths(S16(At("hhea") + 4));

    public int Descent => Thousandths(S16(At("hhea") + 6));

    public IEnumerable<int> Box => Enumerable.Range(0, 4).Select(i => Thousandths(S16(At("head") + 36 + (i * 2))));

    /// <summary>The glyph of a character; that of what is missing where the font has none.</summary>
    public int Glyph(Rune character) => glyphs.GetValueOrDefault(character.Value);

    /// <summary>In thousandths of the size.</summary>
    public int Width(int glyph) => Thousandths(U16(At("hmtx") + (Math.Min(glyph, wide - 1) * 4)));

    public double Width(string text, double size) => text.EnumerateRunes().Sum(character => Width(Glyph(character))) * size / 1000;

    /// <summary>The font with the outlines of these glyphs alone, and without what a page has no use for. Each keeps its number.</summary>
    public byte[] With(IEnumerable<int> used)
    {
        var kept = new SortedSet<int>(used) { 0 };
        var open = new Queue<int>(kept);
        while (open.TryDequeue(out var glyph))
            foreach (var part in Parts(glyph))
                if (kept.Add(part))
                    open.Enqueue(part);
        using var outlines = new MemoryStream();
        var offsets = new byte[(count + 1) * 4];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(glyph * 4), (int)outlines.Length);
            if (!kept.Contains(glyph))
                continue;
            var (at, length) = Outline(glyph);
            outlines.Write(bytes, at, length);
            outlines.Write(new byte[(4 - (length % 4)) % 4]);
        }
        BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(count * 4), (int)outlines.Length);
        var head = Table("head");
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return Written(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cvt "] = Table("cvt "), ["fpgm"] = Table("fpgm"), ["glyf"] = outlines.ToArray(), ["head"] = head, ["hhea"] = Table("hhea"), ["hmtx"] = Table("hmtx"),
            ["loca"] = offsets, ["maxp"] = Table("maxp"), ["prep"] = Table("prep"),
        });
    }

    private static byte[] Written(SortedDictionary<string, byte[]> parts)
    {
        using var file = new MemoryStream();
        var directory = new byte[12 + (parts.Count * 16)];
        BinaryPrimitives.WriteInt32BigEndian(directory, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(directory.AsSpan(4), (short)parts.Count);
        file.Write(directory);
        var at = 12;
        foreach (var (name, table) in parts)
        {
            Encoding.ASCII.GetBytes(name, directory.AsSpan(at));
            BinaryPrimitives.WriteInt32BigEndian(directory.AsSpan(at + 8), (int)file.Length);
            BinaryPrimitives.WriteInt32BigEndian(directory.AsSpan(at + 12), table.Length);
            file.Write(table);
            file.Write(new byte[(4 - (table.Length % 4)) % 4]);
            at += 16;
        }
        file.Position = 0;
        file.Write(directory);
        return file.ToArray();
    }

    // Of a glyph that is put together from others, those.
    private IEnumerable<int> Parts(int glyph)
    {
        var (at, length) = Outline(glyph);
        if (length == 0 || S16(at) >= 0)
            yield break;
        at += 10;
        int flags;
        do
        {
            flags = U16(at);
            yield return U16(at + 2);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & TwoByTwo) != 0 ? 8 : 0);
        }
        while ((flags & MoreComponents) != 0);
    }

    private (int At, int Length) Outline(int glyph)
    {
        var from = longOffsets ? S32(At("loca") + (glyph * 4)) : U16(At("loca") + (glyph * 2)) * 2;
        var until = longOffsets ? S32(At("loca") + (glyph * 4) + 4) : U16(At("loca") + (glyph * 2) + 2) * 2;
        return (At("glyf") + from, until - from);
    }

    // Format 4 has what most of the world writes; format 12 has the rest, where the font has one.
    private void ReadCharacters()
    {
        for (var i = 0; i < U16(At("cmap") + 2); i++)
        {
            var at = At("cmap") + S32(At("cmap") + 4 + (i * 8) + 4);
            if (U16(at) == 4)
                ReadSegments(at);
            else if (U16(at) == 12)
                for (var group = 0; group < S32(at + 12); group++)
                    for (var code = S32(at + 16 + (group * 12)); code <= S32(at + 20 + (group * 12)); code++)
                        glyphs[code] = S32(at + 24 + (group * 12)) + code - S32(at + 16 + (group * 12));
        }
    }

    private void ReadSegments(int at)
    {
        var twice = U16(at + 6);
        for (var i = 0; i < twice; i += 2)
        {
            var (last, first, delta, range) = (U16(at + 14 + i), U16(at + 16 + twice + i), U16(at + 16 + (twice * 2) + i), U16(at + 16 + (twice * 3) + i));
            for (var code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = range == 0 ? code : U16(at + 16 + (twice * 3) + i + range + ((code - first) * 2));
                if (range == 0 || glyph != 0)
                    glyphs.TryAdd(code, (glyph + delta) & 0xFFFF);
            }
        }
    }

    private int At(string table) => tables[table].At;

    private byte[] Table(string name) => tables.TryGetValue(name, out var table) ? bytes[table.At..(table.At + table.Length)] : [];

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / unitsPerEm);

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));

    private int S32(int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}

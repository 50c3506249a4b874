using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

// Writes JSON in one way only: no white space, nothing escaped that need not be, members in the order given.
// Utf8JsonWriter would escape by tables that change with the Unicode version of the runtime.
internal sealed class JsonText
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private bool _first = true;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public JsonText Open(string? name = null) => Start(name, (byte)'{');

    public JsonText OpenSet(string name) => Start(name, (byte)'[');

    public JsonText Close() => End((byte)'}');

    public JsonText CloseSet() => End((byte)']');

    public JsonText Text(string name, string value)
    {
        Name(name);
        Quoted(value);
        return this;
    }

    public JsonText Item(string value)
    {
        Name(null);
        Quoted(value);
        return this;
    }

    public JsonText Set(string name, params ReadOnlySpan<string> values)
    {
        OpenSet(name);
        foreach (var value in values)
            Item(value);
        return CloseSet();
    }

    public JsonText Number(string name, long value) => Raw(name, Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));

    public JsonText False(string name) => Raw(name, "false"u8);

    public JsonText Raw(string? name, ReadOnlySpan<byte> json)
    {
        Name(name);
        _bytes.Write(json);
        return this;
    }

    public JsonText Raw(string name, JsonElement value) => Raw(name, JsonMarshal.GetRawUtf8Value(value));

    public JsonText Members(JsonElement node)
    {
        foreach (var member in node.EnumerateObject())
            Raw(member.Name, member.Value);
        return this;
    }

    private JsonText Start(string? name, byte bracket)
    {
        Name(name);
        _bytes.Write([bracket]);
        _first = true;
        return this;
    }

    private JsonText End(byte bracket)
    {
        _bytes.Write([bracket]);
        _first = false;
        return this;
    }

    private void Name(string? name)
    {
        if (!_first)
            _bytes.Write(","u8);
        _first = false;
        if (name is null)
            return;
        Quoted(name);
        _bytes.Write(":"u8);
    }

    private void Quoted(string value)
    {
        _bytes.Write("\""u8);
        Encoding.UTF8.GetBytes(value.AsSpan().ContainsAny(ToEscape) ? Escaped(value) : value, _bytes);
        _bytes.Write("\""u8);
    }

    private static string Escaped(string value) => string.Concat(value.Select(letter => letter switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        < ' ' => $"\\u{(int)letter:x4}",
        _ => letter.ToString(),
    }));

    // What JSON does not allow inside a text (RFC 8259, section 7), and nothing else.
    private static readonly SearchValues<char> ToEscape = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);
}

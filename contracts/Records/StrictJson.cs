using System.Text.Json;
using System.Text.Unicode;

namespace Portfolio.Contracts.Records;

internal enum JsonFault { TooLong, ByteOrderMark, NotUtf8, NulCharacter, LoneSurrogate, DuplicateMember, TooDeep, Syntax }

internal sealed class StrictJsonException(JsonFault fault) : FormatException($"Not acceptable JSON: {fault}.")
{
    public JsonFault Fault { get; } = fault;
}

// Two readers that disagree about one text could be shown two different records under one signature,
// so whatever readers are known to disagree about is refused before anything else looks at it.
internal static class StrictJson
{
    public const int MaxBytes = 1 << 20;
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions DuplicatesPass = new() { MaxDepth = MaxDepth };

    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
            throw new StrictJsonException(JsonFault.TooLong);
        if (utf8.StartsWith("\uFEFF"u8))
            throw new StrictJsonException(JsonFault.ByteOrderMark);
        if (!Utf8.IsValid(utf8))
            throw new StrictJsonException(JsonFault.NotUtf8);
        if (utf8.Contains((byte)0))
            throw new StrictJsonException(JsonFault.NulCharacter);
        if (JsonEscapes.FirstFault(utf8) is { } fault)
            throw new StrictJsonException(fault);

        return TryParse(utf8, Strict, out var element) ? element : throw new StrictJsonException(WhyNot(utf8));
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, out JsonElement element, out JsonFault? fault)
    {
        try
        {
            element = Parse(utf8);
            fault = null;
            return true;
        }
        catch (StrictJsonException refused)
        {
            element = default;
            fault = refused.Fault;
            return false;
        }
    }

    // The reader's message is prose that may change, so the reason is found by reading again.
    private static JsonFault WhyNot(ReadOnlySpan<byte> utf8) =>
        IsTooDeep(utf8) ? JsonFault.TooDeep
        : TryParse(utf8, DuplicatesPass, out _) ? JsonFault.DuplicateMember
        : JsonFault.Syntax;

    private static bool IsTooDeep(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader is { CurrentDepth: >= MaxDepth, TokenType: JsonTokenType.StartArray or JsonTokenType.StartObject })
                    return true;
            }
        }
        catch (JsonException)
        {
        }

        return false;
    }

    private static bool TryParse(ReadOnlySpan<byte> utf8, JsonDocumentOptions options, out JsonElement element)
    {
        try
        {
            element = JsonElement.Parse(utf8, options);
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portfolio.Api.Progress;

[JsonConverter(typeof(Code<CountingUnit>))]
internal enum CountingUnit { Session }

[JsonConverter(typeof(Code<GroupsCounted>))]
internal enum GroupsCounted { AddUp, OneGroup }

[JsonConverter(typeof(Code<DeadlineAt>))]
internal enum DeadlineAt { GradeEnd, Review }

[JsonConverter(typeof(Code<Movable>))]
internal enum Movable { Deadline, Spacing }

[JsonConverter(typeof(Code<Mode>))]
internal enum Mode { InPerson, Online }

[JsonConverter(typeof(Code<Provenance>))]
internal enum Provenance { Contemporaneous, Attested, Imported }

internal static class Code
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

// The framework's converter would also take another case and the numbers behind the names, which the schema refuses.
internal sealed class Code<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Code.Of, StringComparer.Ordinal);

    // For a column's code: its check lets no other in.
    public static T Read(string code) => Values[code];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"one of {string.Join(", ", Values.Keys)}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Code.Of(value));
}

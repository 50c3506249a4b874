using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portfolio.Api.Progress;

[JsonConverter(typeof(Code<CountingUnit>))]
internal enum CountingUnit { Session, Minute, Hour60, Unit45, DoubleHour90 }

// By session: what one session gives is rounded down to whole units. In total: the sum is. Exact: nothing is.
[JsonConverter(typeof(Code<Rounding>))]
internal enum Rounding { BySession, InTotal, Exact }

[JsonConverter(typeof(Code<GroupsCounted>))]
internal enum GroupsCounted { AddUp, OneGroup }

[JsonConverter(typeof(Code<DeadlineAt>))]
internal enum DeadlineAt { GradeEnd, Review, CutOff, Date, Window }

[JsonConverter(typeof(Code<Movable>))]
internal enum Movable { Deadline, Spacing, Window }

[JsonConverter(typeof(Code<LessThanFullTime>))]
internal enum LessThanFullTime { None, StretchWindow, ScaleCount }

[JsonConverter(typeof(Code<Mode>))]
internal enum Mode { InPerson, Online }

// What a person did in a session.
[JsonConverter(typeof(Code<Deed>))]
internal enum Deed { Attended, Led, CoLed, Supervised, WasSupervised }

[JsonConverter(typeof(Code<PresentationRole>))]
internal enum PresentationRole { Presented, FollowedUp }

// Elsewhere: another system or paper holds it, and somebody else confirmed that. Other programme: its signed record was checked here.
[JsonConverter(typeof(Code<Provenance>))]
internal enum Provenance { Contemporaneous, Attested, Imported, Elsewhere, OtherProgramme }

[JsonConverter(typeof(Code<ConfirmationAct>))]
internal enum ConfirmationAct { Agrees, Checks, Verifies }

[JsonConverter(typeof(Code<Confirmer>))]
internal enum Confirmer { Leader, Tutor, EducationalSupervisor, Director, PanelMember }

internal static class Code
{
    public static string Of<T>(T value) where T : struct, Enum => Code<T>.Write(value);
}

// The framework's converter would also take another case and the numbers behind the names, which the schema refuses.
internal sealed class Code<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Codes =
        Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly Dictionary<string, T> Values = Codes.ToDictionary(each => each.Value, each => each.Key, StringComparer.Ordinal);

    // For a column's code: its check lets no other in.
    public static T Read(string code) => Values[code];

    public static string Write(T value) => Codes[value];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"one of {string.Join(", ", Values.Keys)}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Code.Of(value));
}

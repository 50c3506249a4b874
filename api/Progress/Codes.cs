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

[JsonConverter(typeof(Code<ProgressState>))]
internal enum ProgressState { Met, OnTrack, Behind, NotPossible }

internal static class Code
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

// The numbers behind the names are ours: a document that says 1 means nothing by it.
internal sealed class Code<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>The log as lines of JSON: what the chain is made of, and no name.</summary>
internal static class ArchiveLog
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static byte[] Write(LogEntry entry) => new JsonText().Open()
        .Number("position", entry.Position).Text("kind", entry.Kind).Text("subject", $"{entry.SubjectId:D}").Number("number", entry.Number)
        .Set("digests", [.. entry.Digests.Chunk(SHA256.HashSizeInBytes).Select(Convert.ToHexStringLower)])
        .Text("time", entry.LoggedAt.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)).Text("chain", Convert.ToHexStringLower(entry.Chain)).Close().ToArray();

    /// <returns>Nothing where the line is not one that is written here.</returns>
    public static LogEntry? Read(string line)
    {
        var utf8 = Encoding.UTF8.GetBytes(line);
        if (!StrictJson.TryParse(utf8, out var json, out _)
            || Whole(json, "position") is not { } position || Whole(json, "number") is not (>= 0 and <= int.MaxValue and var number)
            || json.Text("kind") is not { } kind || !Guid.TryParseExact(json.Text("subject"), "D", out var subject)
            || !DateTimeOffset.TryParseExact(json.Text("time"), Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            || Bytes(string.Concat(json.Items("digests").Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : "?"))) is not { } digests
            || Bytes(json.Text("chain")) is not { } chain)
            return null;
        var entry = new LogEntry(position, kind, subject, (int)number, digests, time, chain);
        return Write(entry).AsSpan().SequenceEqual(utf8) ? entry : null;
    }

    private static long? Whole(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var whole) ? whole : null;

    private static byte[]? Bytes(string? hex) => hex is not null && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
}

using System.Text.Json;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Curricula;

/// <summary>What whoever loads a file says besides it: some forms name neither an id nor a version.</summary>
internal sealed record FrameworkHints(string? Id, string? Version);

/// <summary>A framework in one of the four forms. CSV is Moodle's; which JSON it is, its first members say.</summary>
internal static class FrameworkFile
{
    public const string Json = "application/json", Case = "application/vnd.1edtech.case+json";

    public static readonly IReadOnlyList<string> Types = [Json, Case, MoodleSheet.Type, Matrix.Type];

    /// <returns>Nothing where it could not be read; the findings say why.</returns>
    public static async Task<FrameworkRead?> Read(Stream content, string type, FrameworkHints hints, FrameworkFindings findings, CancellationToken stop)
    {
        if (type == MoodleSheet.Type)
            return await MoodleReader.Read(content, hints, findings, stop);
        var found = new Findings();
        var bytes = await SheetBytes.Read(content, "framework.json", found, stop);
        findings.Add(found);
        return bytes is { } all ? Read(WithoutMark(all), hints, findings) : null;
    }

    // Files of other platforms often begin with a byte order mark.
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;

    private static FrameworkRead? Read(ReadOnlyMemory<byte> bytes, FrameworkHints hints, FrameworkFindings findings)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
            var root = json.RootElement;
            return Is(root, "CFDocument") ? CaseReader.Read(root, hints)
                : Is(root, "framework") ? MatrixReader.Read(root, hints)
                : OwnReader.Read(bytes, findings);
        }
        catch (JsonException unreadable)
        {
            findings.Add($"framework.json:{unreadable.LineNumber + 1}", null, "JSON that can be read");
        }
        catch (InvalidOperationException)
        {
            // Half of a character that is written as two.
            findings.Add("$", null, "text of whole characters");
        }
        return null;
    }

    private static bool Is(JsonElement root, string member) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(member, out var inside) && inside.ValueKind == JsonValueKind.Object;
}

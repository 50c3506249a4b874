using Portfolio.Api.Http;

namespace Portfolio.Api.Assessments;

internal sealed record FormReading(AssessmentForm? Form, IReadOnlyList<DocumentFault> Faults);

/// <summary>Reads a form strictly: what a form does not say cannot stand in it.</summary>
internal static class FormReader
{
    public const int MostBytes = 64 * 1024;

    public static FormReading Read(ReadOnlySpan<byte> utf8)
    {
        var (form, faults) = DocumentReader.Read<AssessmentForm>(utf8, MostBytes, "a form");
        return form is null ? new(null, faults) : FormCheck.Faults(form) is { Count: > 0 } found ? new(null, found) : new(form, []);
    }
}

namespace Portfolio.Api.Privacy;

/// <summary>
/// Everything that is held about a person, table by table. A test walks the database: each table with a column that names a person stands in one of these,
/// or in <see cref="NotExported"/> with the reason.
/// </summary>
internal static partial class PersonExportParts
{
    /// <summary>Tables that say something about a person and are not exported, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotExported { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sign_in_step"] = "A step of signing in that is under way, kept for minutes: handing it out would let somebody else finish it.",
        ["authorization_state"] = "A sign-in at a platform that is under way, kept for minutes: handing it out would let somebody else finish it.",
        ["person_key"] = "The key under which the person's data is sealed: handing it out would open what was copied from elsewhere.",
    };

    public static IReadOnlyList<ExportPart> All { get; } = [.. People, .. Groups, .. Links, .. Assessments, .. Records, .. Sent, .. Watched, .. Doings];
}

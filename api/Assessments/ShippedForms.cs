namespace Portfolio.Api.Assessments;

/// <summary>The forms that come with the service: an example alone. What a college prescribes is for the programme to load.</summary>
internal static class ShippedForms
{
    private const string Prefix = "Forms/";

    public static IReadOnlyList<AssessmentForm> All { get; } =
    [
        .. typeof(ShippedForms).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    public static AssessmentForm? Find(string key, int? version) =>
        All.Where(form => form.Id == key && (version is null || form.Version == version)).MaxBy(form => form.Version);

    private static AssessmentForm Read(string name)
    {
        using var stream = typeof(ShippedForms).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return FormReader.Read(bytes.ToArray()) is { Form: { } form }
            ? form
            : throw new InvalidOperationException($"The shipped form {name} is not right.");
    }
}

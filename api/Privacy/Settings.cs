using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>A programme's privacy settings. What is not set is said to be not set: no lawful basis, period or controller is ever assumed.</summary>
internal sealed record Settings(int Version, PrivacySettings Set)
{
    public static readonly Settings None = new(0, new());

    /// <summary>Each member that a programme can set, in the order of the page, with the words of it.</summary>
    public IReadOnlyList<(string Member, string Title, string? Words)> Told =>
    [
        ("controller", "Controller", Set.Controller),
        ("contact", "How to reach the controller", Set.Contact),
        ("lawfulBasis", "Lawful basis", Set.LawfulBasis is { } basis ? Basis(basis) : null),
        ("lawfulBasisWords", "The basis in the programme's words", Set.LawfulBasisWords),
        ("specialCategoryCondition", "Condition for special-category data", Set.SpecialCategoryCondition),
        ("country", "Country in which the data is kept", Set.Country),
        ("retention", "How long what is kept", Set.Retention),
        ("processors", "Who handles the data for the controller", Set.Processors is { Count: > 0 } all
            ? string.Join("; ", all.Select(processor => $"{processor.Name} ({processor.Country}): {processor.Does}")) : null),
    ];

    public IReadOnlyList<string> NotSet => [.. Told.Where(told => told.Words is null).Select(told => told.Member)];

    public PrivacySettingsBody ToBody() => new(Version, Set, NotSet);

    private static string Basis(string code) => code switch
    {
        "legal-obligation" => "a legal obligation (UK GDPR, article 6(1)(c))",
        "public-task" => "a task in the public interest (UK GDPR, article 6(1)(e))",
        "legitimate-interests" => "legitimate interests (UK GDPR, article 6(1)(f))",
        "contract" => "a contract with the person (UK GDPR, article 6(1)(b))",
        "consent" => "the person's consent (UK GDPR, article 6(1)(a))",
        "vital-interests" => "vital interests (UK GDPR, article 6(1)(d))",
        _ => "another, in the programme's words",
    };
}

namespace Portfolio.Adapters.Leap2A;

// One item of a portfolio. Its type is one of Leap2A's own: activity, meeting, achievement, ability, resource.
internal sealed record Leap2AEntry(string Id, string Type, string Title, string Content, DateTimeOffset Updated)
{
    public DateOnly? Starts { get; init; }

    public DateOnly? Ends { get; init; }

    public string? Role { get; init; }

    public IReadOnlyList<(string Code, string Name)> Tags { get; init; } = [];

    public IReadOnlyList<(string Relation, string To)> Links { get; init; } = [];

    public RecordFile? File { get; init; }
}

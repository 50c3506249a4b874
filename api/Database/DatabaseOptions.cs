namespace Portfolio.Api.Database;

/// <summary>
/// Configuration section <c>Portfolio:Database</c>, in the environment <c>PORTFOLIO__DATABASE__OWNER</c> and <c>PORTFOLIO__DATABASE__APP</c>:
/// both name a PostgreSQL of your own, neither means a private one in the data folder.
/// </summary>
internal sealed record DatabaseOptions(string? Owner, string? App)
{
    internal static DatabaseOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Portfolio:Database");
        return new(section["Owner"], section["App"]);
    }

    /// <summary>Null when a private cluster is wanted.</summary>
    internal DatabaseConnections? Connections() => (string.IsNullOrWhiteSpace(Owner), string.IsNullOrWhiteSpace(App)) switch
    {
        (true, true) => null,
        (false, false) => new(Owner!, App!),
        (false, true) => throw Half("App", "the role that serves requests and owns nothing"),
        (true, false) => throw Half("Owner", "the role that owns the tables and runs the migrations"),
    };

    private static RefusedException Half(string missing, string what) => new(
        $"Portfolio:Database:{missing} is missing ({what}); in the environment it is PORTFOLIO__DATABASE__{missing.ToUpperInvariant()}. "
        + "Give both connection strings, or neither for a private PostgreSQL.");
}

/// <summary>One PostgreSQL seen through its two roles.</summary>
internal sealed record DatabaseConnections(string Owner, string App)
{
    // Connection strings hold passwords; a record would print them.
    public override string ToString() => nameof(DatabaseConnections);
}

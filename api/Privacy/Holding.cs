using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>A table of the database and what in it is about somebody. A test holds the list of them to the database, so nothing is held that stands nowhere.</summary>
/// <param name="Whom">About whom; empty where it is about nobody.</param>
internal sealed record Holding(string Table, string What, string Whom, params IReadOnlyList<HeldColumn> Columns)
{
    public const string Sealed = "sealed", Hash = "hash", Id = "id", Key = "key", Clear = "clear";

    /// <summary>Columns that could be taken for personal and are not: who made a row is told once for all tables.</summary>
    public IReadOnlyList<string> NotPersonal { get; init; } = [];

    public HeldTable ToBody() => new(Table, What, Whom, Columns);
}

/// <summary>How the columns of a holding are written: by the way in which each is kept.</summary>
internal static class Held
{
    public static HeldColumn Sealed(string name, string what) => new(name, Holding.Sealed, what);

    public static HeldColumn Hash(string name, string what) => new(name, Holding.Hash, what);

    public static HeldColumn Id(string name, string what) => new(name, Holding.Id, what);

    public static HeldColumn Key(string name, string what) => new(name, Holding.Key, what);

    public static HeldColumn Clear(string name, string what) => new(name, Holding.Clear, what);

    public static HeldColumn Person { get; } = Id("person_id", "Whom it is about.");
}

namespace Portfolio.Contracts.Records;

// Gives out numbers to blank nodes in the order asked; RDFC-1.0 calls the number with its prefix an identifier.
internal sealed class RdfcIssuer
{
    private readonly string prefix;
    private readonly int[] numbers;
    private readonly List<int> order;

    public RdfcIssuer(string prefix, int nodes)
    {
        (this.prefix, numbers, order) = (prefix, new int[nodes], []);
        numbers.AsSpan().Fill(-1);
    }

    private RdfcIssuer(RdfcIssuer other) =>
        (prefix, numbers, order) = (other.prefix, other.numbers.AsSpan().ToArray(), [.. other.order]);

    public IReadOnlyList<int> InOrder => order;

    public bool Has(int node) => numbers[node] >= 0;

    public void Issue(int node)
    {
        if (Has(node))
            return;
        numbers[node] = order.Count;
        order.Add(node);
    }

    public string Label(int node) => $"{prefix}{numbers[node]}";

    public RdfcIssuer Copy() => new(this);
}

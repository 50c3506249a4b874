namespace Portfolio.Api.Sheets;

/// <summary>What is wrong in all sheets of one import: the first hundred in the order of files and lines, and how many more.</summary>
internal sealed class Findings
{
    public const int Most = 100;

    // Checks run in passes, so findings do not arrive in order: the first hundred by place are kept, whenever they come.
    private readonly SortedSet<(int File, int Line, int Arrival, Finding Finding)> kept =
        new(Comparer<(int File, int Line, int Arrival, Finding Finding)>.Create(
            (a, b) => (a.File, a.Line, a.Arrival).CompareTo((b.File, b.Line, b.Arrival))));
    private readonly Dictionary<string, int> files = [];

    public int Count { get; private set; }
    public int More => Count - kept.Count;
    public bool Any => Count > 0;
    public IReadOnlyList<Finding> Listed => [.. kept.Select(k => k.Finding)];

    /// <summary>Files are listed in the order in which they were opened.</summary>
    public void Open(string file) => files.TryAdd(file, files.Count);

    public void Add(string file, int line, string column, string value, string fix)
    {
        Open(file);
        Count++;
        var place = (files[file], line, Count);
        if (kept.Count == Most && kept.Max is var last && place.CompareTo((last.File, last.Line, last.Arrival)) > 0)
            return;
        kept.Add((place.Item1, line, Count, Finding.At(file, line, column, value, fix)));
        if (kept.Count > Most)
            kept.Remove(kept.Max);
    }
}

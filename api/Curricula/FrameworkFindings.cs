using Portfolio.Api.Http;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>What is wrong with a framework that is handed in: where, what is there and what would be right. The first hundred, and how many there are.</summary>
internal sealed class FrameworkFindings
{
    private readonly List<FieldError> listed = [];

    public int Count { get; private set; }

    public bool Any => Count > 0;

    public IReadOnlyList<FieldError> Listed => listed;

    public void Add(string place, string? value, string fix)
    {
        Count++;
        if (listed.Count < Findings.Most)
            listed.Add(new(place, $"“{Finding.Shown(value ?? "")}” should be {fix}."));
    }

    public void Add(Findings sheet)
    {
        foreach (var finding in sheet.Listed)
            Add($"{finding.File}:{finding.Line} {finding.Column}".TrimEnd(), finding.Value, finding.Fix);
        Count += sheet.More;
    }

    public Problem ToProblem() => Problems.FrameworkRefused
        .Because(Count > listed.Count ? $"These are the first {listed.Count} of {Count} findings." : $"{Count} finding(s).").At(listed);
}

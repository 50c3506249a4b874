using Portfolio.Api.Curricula;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

/// <summary>Following a pack of a newer curriculum is changing curriculum: that is where a training year begins, as far as anybody's placements say when that is.</summary>
internal static class CurriculumChanges
{
    private sealed record Start(string? Grade, DateOnly From);

    public static async Task<Problem?> WhyNot(Work work, Guid person, RequirementPack from, RequirementPack to, DateOnly day)
    {
        var before = Of(from);
        foreach (var id in Of(to).Except(before))
        {
            if (await FrameworkStore.Find(work, id, day) is not { Supersedes: { } replaced } framework || !before.Contains(replaced) || await FrameworkStore.Find(work, replaced) is not { } former)
                continue;
            var starts = await work.Rows<Start>("""
                select grade, from_on as "from" from placement where programme_id = @Programme and person_id = @person and role = 'trainee' and grade is not null
                """, new { work.Programme, person });
            if (starts.Count > 0 && FrameworkChange.WhyNot(former, framework, day, FrameworkChange.YearStarts(starts.Select(start => (start.Grade, start.From)))) is { } problem)
                return problem;
        }
        return null;
    }

    private static HashSet<string> Of(RequirementPack pack) => [.. pack.Competencies.Select(competency => competency.Framework)];
}

using System.Globalization;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Paper;

/// <summary>A sheet of what was recorded elsewhere into a programme, all or nothing. Each entry is stated by whoever imports it, and confirmed by somebody else.</summary>
internal sealed class EvidenceImport(PersonStore people, ElsewhereEntries entries, TimeProvider clock)
{
    /// <returns>How many entries were added; nothing of them stands where there are findings, because the caller does not commit.</returns>
    public async Task<int> Import(Work work, Programme programme, ImportFile file, Guid? by, Findings findings)
    {
        await work.Run("select pg_advisory_xact_lock(hashtextextended(@Programme::text, 1))", new { work.Programme });
        var ids = (await people.All(work)).ToDictionary(ProgrammeDirectory.KeyOf, person => person.Id);
        var rows = await EvidenceSheet.Read(file.Content, file.Name, ids.Keys.ToHashSet(), programme.LocalDate(clock.GetUtcNow()), findings, work.Cancellation);
        var added = 0;
        foreach (var row in rows)
        {
            var creation = Creation.Of(file.Name, null, row.Line.ToString(CultureInfo.InvariantCulture), by);
            if (!(await entries.State(work, ids[row.Person], row.Entry, creation)).Refused(out var problem, out _))
                added++;
            else
                findings.Add(file.Name, row.Line, "type", row.Entry.Type, problem == Problems.ElsewhereExists
                    ? "something that is not told yet: the same copy, or the same type and days of the same keeper, stands in the sheet before or in the programme"
                    : "about somebody who was not erased");
        }
        return added;
    }
}

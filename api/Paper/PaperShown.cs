using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

/// <summary>Staged sheets as they are shown, with the names of people.</summary>
internal static class PaperShown
{
    public const string Names = "names", ToCheck = "to-check", Checked = "checked", Confirmed = "confirmed";

    public static async Task<IReadOnlyList<PaperSheetSummary>> Summaries(Work work, PersonStore people, IReadOnlyList<StagedSheet> sheets)
    {
        var names = await people.Names(work, sheets.SelectMany(sheet => new[] { sheet.Row.TranscribedBy, sheet.Row.CheckedBy, sheet.Row.ConfirmedBy }).OfType<Guid>());
        return [.. sheets.Select(sheet => Summary(sheet, names))];
    }

    public static async Task<PaperSheetBody> Whole(
        Work work, PersonStore people, StagedSheet sheet, IReadOnlyList<PaperFinding> findings, IReadOnlyList<Guid> candidates, bool presentations)
    {
        var names = await people.Names(work, candidates.Concat(sheet.Names.Select(name => name.Person).OfType<Guid>()));
        return new(
            (await Summaries(work, people, [sheet]))[0],
            [.. sheet.Days.Select(day => new PaperDayBody(day.Date, day.Start, day.Minutes, day.Mode, day.CancelledFor, day.Leader, day.CoLeader))],
            [.. sheet.Names.Select(name => new PaperNameBody(
                name.Number, name.Line, name.Written, name.Person, name.Person is { } person ? names.GetValueOrDefault(person) : null, name.LeftOut,
                [.. (name.Marks ?? []).Select(mark => presentations ? mark : PaperMark.WithoutPresentation(mark))]))],
            findings,
            [.. candidates.Where(names.ContainsKey).Select(person => new PaperPerson(person, names[person])).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    public static IEnumerable<PaperUnknown> Unknown(StagedSheet sheet, IReadOnlyDictionary<Guid, string> names) => sheet.Names
        .Where(name => !name.LeftOut)
        .SelectMany(name => (name.Marks ?? []).Index().Where(mark => mark.Item == PaperMark.Unknown)
            .Select(mark => new PaperUnknown(name.Person is { } person ? names.GetValueOrDefault(person, name.Written) : name.Written, sheet.Days[mark.Index].Date)));

    public static PaperSessionBody Session(SessionRow session, IReadOnlyDictionary<string, Person> known)
    {
        return new(
            session.Key.Date, session.Key.Start, session.Minutes, session.Mode!, session.CancelledBecause,
            [.. new[] { session.Leader, session.CoLeader }.OfType<string>().Select(leader => known[leader].Identity.Name)],
            [.. session.Lines.Select(line => new PaperLineBody(known[line.Person].Id, known[line.Person].Identity.Name, line.Attendance, line.Minutes, line.Role))
                .OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.PersonId)]);
    }

    private static PaperSheetSummary Summary(StagedSheet sheet, IReadOnlyDictionary<Guid, string> names)
    {
        var (row, unmatched) = (sheet.Row, sheet.Names.Count(name => !name.Matched));
        return new(
            row.Id, row.FromOn, row.UntilOn, row.ConfirmedAt is not null ? Confirmed : row.CheckedAt is not null ? Checked : unmatched > 0 ? Names : ToCheck,
            sheet.Days.Count, unmatched, Unknown(sheet, names).Count(), Name(row.TranscribedBy)!, row.TranscribedAt, Name(row.CheckedBy), row.CheckedAt, Name(row.ConfirmedBy), row.ConfirmedAt);

        string? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "Somebody who is no longer here") : null;
    }
}

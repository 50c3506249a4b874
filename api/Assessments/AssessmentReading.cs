using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>Assessments as they are shown: the words beside one are for whom it is about, their educational supervisor and the assessor.</summary>
internal sealed class AssessmentReading(PersonStore people, PersonKeys keys)
{
    private static readonly Role[] ReadWords = [Role.Oneself, Role.Assessor, Role.EducationalSupervisor];

    public async Task<IReadOnlyList<AssessmentBody>> Show(Work work, IReadOnlyList<AssessmentRow> rows, IReadOnlySet<Role> roles)
    {
        var names = await people.Names(work, rows.SelectMany(row => new[] { row.PersonId, row.AssessorId }));
        var opens = await keys.Of(work, [.. rows.Select(row => row.PersonId).Distinct()]);
        var bodies = new List<AssessmentBody>();
        foreach (var row in rows)
            bodies.Add(await Show(work, row, names, opens.GetValueOrDefault(row.PersonId), ReadWords.Any(roles.Contains)));
        return bodies;
    }

    public async Task<AssessmentBody> Show(Work work, AssessmentRow row, IReadOnlySet<Role> roles) => (await Show(work, [row], roles))[0];

    private static async Task<AssessmentBody> Show(Work work, AssessmentRow row, IReadOnlyDictionary<Guid, string> names, PersonKey? key, bool words)
    {
        var ratings = AssessmentStore.Ratings(row, key);
        var form = (await FormStore.Find(work, row.FormKey, row.FormVersion))!;
        return new(
            row.Id, row.GroupId, row.PersonId, names.GetValueOrDefault(row.PersonId, ""), row.AssessorId, names.GetValueOrDefault(row.AssessorId, ""), row.AssessedAs,
            row.FormKey, row.FormVersion, row.FormType, row.AssessedOn, row.State, [.. ratings.Select(rating => new ItemRating(rating.Item, rating.Level))],
            row.Outcome ?? (ratings.Count > 0 ? Judgement.Outcome(form, ratings).Code : null),
            await AssessmentFacts.SessionsTogether(work, row.PersonId, row.AssessorId, row.AssessedOn),
            words ? AssessmentStore.Text(row.Note, key, AssessmentStore.NotePlace) : null, words ? AssessmentStore.Text(row.Comment, key, AssessmentStore.CommentPlace) : null,
            row.ReleasedAt, row.ReadAt, row is { State: AssessmentRow.Released, ReadAt: null } ? row.ReleasedAt + AssessmentRow.ReadingTime : null,
            row.SignedAt, row.SignedHash is null ? null : Convert.ToHexStringLower(row.SignedHash), row.RecordId, row.Countersign, row.CountersignedBy, row.CountersignedAt,
            row.WithdrawnAt, row.Version);
    }
}

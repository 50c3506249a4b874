using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>An assessment until it is signed: opened, changed, shown, read.</summary>
internal sealed class AssessmentDrafts(AssessmentRules rules, PersonKeys keys, TimeProvider clock)
{
    public async Task<Answer<Made>> Open(Work work, Guid group, Guid assessor, NewAssessment body, Creation creation)
    {
        if (await work.MadeBefore("assessment", creation) is { } before)
            return before;
        if (await FormStore.Find(work, body.Form, body.FormVersion) is not { } form)
            return Problems.AssessmentFormUnknown;
        var ratings = Given(body.Ratings);
        if (Judgement.Faults(form, ratings) is { Count: > 0 } faults)
            return Problems.RatingsRefused.At(faults);
        if ((await rules.Check(work, form, group, body.PersonId, assessor, body.Date, await Today(work))).Refused(out var problem, out var assessedAs))
            return problem;
        if (await rules.Screen(work, group, body.PersonId, body.Note, "$.note") is { } named)
            return named;
        if (!(await keys.Of(work, [body.PersonId])).TryGetValue(body.PersonId, out var key))
            return Problems.PersonErased;
        var row = Row(group, assessor, assessedAs, form, body.PersonId, body.Date) with
        {
            Ratings = AssessmentStore.Close(key, ratings), Note = AssessmentStore.Close(key, body.Note, AssessmentStore.NotePlace),
        };
        return await AssessmentStore.Open(work, row, creation);
    }

    public async Task<Problem?> Change(Work work, Guid id, ChangedAssessment body, int seen)
    {
        if (await AssessmentStore.Lock(work, id) is not { } row)
            return Problems.NotFound;
        if (row.State == AssessmentRow.Signed || row.RecordId is not null)
            return Problems.AssessmentSigned;
        if (row.State == AssessmentRow.Withdrawn)
            return Problems.AssessmentOver;
        if (row.Version != seen)
            return Problems.VersionStale;
        var form = (await FormStore.Find(work, row.FormKey, row.FormVersion))!;
        var ratings = Given(body.Ratings);
        if (Judgement.Faults(form, ratings) is { Count: > 0 } faults)
            return Problems.RatingsRefused.At(faults);
        if ((await rules.Check(work, form, row.GroupId, row.PersonId, row.AssessorId, body.Date, await Today(work))).Refused(out var problem, out _))
            return problem;
        if (await rules.Screen(work, row.GroupId, row.PersonId, body.Note, "$.note") is { } named)
            return named;
        if (!(await keys.Of(work, [row.PersonId])).TryGetValue(row.PersonId, out var key))
            return Problems.PersonErased;
        await AssessmentStore.Change(work, row with
        {
            AssessedOn = body.Date, Ratings = AssessmentStore.Close(key, ratings), Note = AssessmentStore.Close(key, body.Note, AssessmentStore.NotePlace),
        });
        return null;
    }

    /// <summary>Shows it to whom it is about; shown already is the same success.</summary>
    public async Task<Problem?> Release(Work work, Guid id)
    {
        if (await AssessmentStore.Lock(work, id) is not { } row)
            return Problems.NotFound;
        if (row.State is AssessmentRow.Signed)
            return Problems.AssessmentSigned;
        if (row.State is AssessmentRow.Withdrawn)
            return Problems.AssessmentOver;
        if (row.State is AssessmentRow.Released)
            return null;
        await AssessmentStore.Release(work, id, clock.GetUtcNow());
        return null;
    }

    public async Task<Problem?> Answer(Work work, Guid id, string? comment)
    {
        if (await AssessmentStore.Lock(work, id) is not { } row)
            return Problems.NotFound;
        if (row.State is AssessmentRow.Signed)
            return Problems.AssessmentSigned;
        if (row.State is AssessmentRow.Withdrawn)
            return Problems.AssessmentOver;
        if (await rules.Screen(work, row.GroupId, row.PersonId, comment, "$.comment") is { } named)
            return named;
        if (!(await keys.Of(work, [row.PersonId])).TryGetValue(row.PersonId, out var key))
            return Problems.PersonErased;
        if (row.ReadAt is not null && AssessmentStore.Text(row.Comment, key, AssessmentStore.CommentPlace) == comment)
            return null;
        await AssessmentStore.Read(work, id, AssessmentStore.Close(key, comment, AssessmentStore.CommentPlace), clock.GetUtcNow());
        return null;
    }

    /// <summary>Countersigns what was signed, by its hash.</summary>
    /// <param name="capacities">What whoever countersigns is to it, in the words of forms.</param>
    public async Task<Problem?> Countersign(Work work, Guid id, Guid by, string hash, IReadOnlyCollection<string> capacities)
    {
        if (await AssessmentStore.Lock(work, id) is not { } row)
            return Problems.NotFound;
        if (row is { State: AssessmentRow.Withdrawn } or { CountersignedBy: not null })
            return row.CountersignedBy == by ? null : Problems.AssessmentOver;
        if (row.State != AssessmentRow.Signed)
            return Problems.AssessmentNotSigned;
        var form = (await FormStore.Find(work, row.FormKey, row.FormVersion))!;
        if (by == row.AssessorId || by == row.PersonId || form.CountersignedBy?.Any(capacities.Contains) is not true)
            return Problems.NotYoursToCountersign;
        if (!Convert.FromHexString(hash).AsSpan().SequenceEqual(row.SignedHash))
            return Problems.ListChanged;
        await AssessmentStore.Countersign(work, id, by, clock.GetUtcNow());
        return null;
    }

    private async Task<DateOnly> Today(Work work) => (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow());

    private static List<GivenRating> Given(IReadOnlyList<ItemRating> ratings) => [.. ratings.Select(rating => new GivenRating(rating.Item, rating.Level))];

    private static AssessmentRow Row(Guid group, Guid assessor, string assessedAs, AssessmentForm form, Guid person, DateOnly on) => new(
        Guid.Empty, group, person, assessor, assessedAs, form.Id, form.Version, form.Type, on, AssessmentRow.Draft, null, null, null, null, null, null, null, null, null,
        form.NeedsCountersignature, null, null, null, Version: 1);
}

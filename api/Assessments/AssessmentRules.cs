using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>What must hold whenever an assessment is opened, changed or signed: the days, the assessor, and whatever later stages ask for.</summary>
internal sealed class AssessmentRules(IEnumerable<BeforeAssessment> before, PersonStore people)
{
    /// <summary>As what the assessor may fill in the form; or why it may not be.</summary>
    public async Task<Answer<string>> Check(Work work, AssessmentForm form, Guid group, Guid person, Guid assessor, DateOnly on, DateOnly today)
    {
        if (person == assessor)
            return Problems.OwnAssessment;
        var day = await AssessmentFacts.Day(work, group, person, on);
        if (day.FirstDay is null)
            return Problems.PersonUnknown.Because("Nobody of this id was ever in the group.");
        if (day.WhyNot(on, today) is { } why)
            return why;
        var capacities = await AssessmentFacts.Capacities(work, group, person, assessor, on, today);
        if (form.FilledInBy.FirstOrDefault(capacities.Contains) is not { } fits)
            return Problems.NotYoursToAssess.Because($"This form is filled in by: {string.Join(", ", form.FilledInBy)}.");
        var asked = new AssessmentAsked(group, person, assessor, form.Type, on, await AssessmentFacts.SessionsTogether(work, person, assessor, on));
        foreach (var rule in before)
            if (await rule(work, asked) is { } not)
                return not;
        return fits;
    }

    /// <summary>Refuses a text that names another member of the group.</summary>
    public async Task<Problem?> Screen(Work work, Guid group, Guid person, string? text, string field)
    {
        if (text is null)
            return null;
        var names = await people.Names(work, await AssessmentFacts.OtherMembers(work, group, person));
        var own = (await people.Find(work, person))?.Identity.Name ?? "";
        return NamesMember.In(text, names.Values, own)
            ? Problems.NamesAnotherMember.At(new FieldError(field, "Leave out the name of another member of the group, in whole and in part."))
            : null;
    }
}

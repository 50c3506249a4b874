using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Assessments;

/// <summary>What is about to be assessed, or signed.</summary>
/// <param name="FormType">What packs count by.</param>
/// <param name="SessionsTogether">Signed sessions up to that day that the assessor led and the person attended.</param>
internal sealed record AssessmentAsked(Guid Group, Guid Person, Guid Assessor, string FormType, DateOnly On, int SessionsTogether);

/// <summary>
/// Asked before an assessment is opened and again before it is signed: why not, or nothing. What a pack asks for is known to later stages alone, so these register
/// theirs, and this stage calls whatever is registered (decision 11).
/// </summary>
internal delegate Task<Problem?> BeforeAssessment(Work work, AssessmentAsked asked);

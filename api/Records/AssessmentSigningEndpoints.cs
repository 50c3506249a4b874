using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

internal static class AssessmentSigningEndpoints
{
    public static void MapAssessmentSigning(this IEndpointRouteBuilder routes)
    {
        var one = new AssessmentInPath("assessmentId", "groupId");
        var assessors = routes.MapGroup(AssessmentEndpoints.Path + "/{assessmentId:guid}/signature").WithTags("Assessments").May(Rights.WriteAssessment, one);
        assessors.MapPost("/", Sign).WithName("SignAssessment").WithSummary("See what a signature would sign, then sign it")
            .Refuses(Problems.AssessmentNotReleased, Problems.AssessmentUnread, Problems.AssessmentSigned, Problems.AssessmentOver, Problems.AssessmentDate, Problems.NotAssessed,
                Problems.NotYoursToAssess, Problems.ListChanged, Problems.InvalidRequest, Problems.NothingRealUnsigned, Problems.PersonErased);
        var keepers = routes.MapGroup(AssessmentEndpoints.Path + "/{assessmentId:guid}/withdrawal").WithTags("Assessments").May(Rights.WithdrawAssessment, one);
        keepers.MapPost("/", Withdraw).WithName("WithdrawAssessment").WithSummary("Take an assessment back; the record of a signed one is withdrawn")
            .Refuses(Problems.AssessmentOver, Problems.OwnRecord, Problems.NothingRealUnsigned);
    }

    private static async Task<Results<Ok<SignedAssessment>, Refused>> Sign(
        Guid programmeId, Guid groupId, Guid assessmentId, AssessmentSignature body, HttpContext http, PortfolioDatabase database, AssessmentSigning signing)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if ((await signing.Sign(work, assessmentId, body, http.Person())).Refused(out var problem, out var signed))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(signed);
    }

    private static async Task<Results<NoContent, Refused>> Withdraw(
        Guid programmeId, Guid groupId, Guid assessmentId, AssessmentWithdrawal body, HttpContext http, PortfolioDatabase database, AssessmentSigning signing)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if (await signing.Withdraw(work, assessmentId, body.Reason, http.Person()) is { } problem)
            return problem.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }
}

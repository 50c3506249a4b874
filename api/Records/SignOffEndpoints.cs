using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>Signing a register and putting a signed one right. Whoever signs asks for the list and sends its hash back.</summary>
internal static class SignOffEndpoints
{
    public static void MapSignOffs(this IEndpointRouteBuilder routes)
    {
        const string OfSession = "/v1/programmes/{programmeId:guid}/sessions/{sessionId:guid}";
        var session = routes.MapGroup(OfSession).WithTags("Sign-off").May(Rights.SignRegister, new SessionInPath("sessionId"));
        session.MapGet("/sign-off", ReadList).WithName("ReadSignOffList").WithSummary("Exactly what a signature would sign").RefusesSigning();
        session.MapPost("/sign-off", Sign).WithName("SignOff").WithSummary("Close the register and sign every record of it, once").RefusesSigning(Problems.ListChanged);
        session.MapPost("/corrections", Correct).WithName("CorrectRegister").WithSummary("See the difference a correction makes, then sign it")
            .Refuses(Problems.SessionNotSigned, Problems.RegisterRefused, Problems.LeaderWithoutMandate, Problems.NothingToCorrect, Problems.OwnRecord,
                Problems.NotYoursToSign, Problems.ListChanged, Problems.PersonUnknown, Problems.NothingRealUnsigned);

        var leading = routes.MapGroup(OfSession + "/leading").WithTags("Sign-off").May(Rights.VouchForLeading, new SessionInPath("sessionId"));
        leading.MapPost("/", VouchForLeading).WithName("VouchForLeading")
            .WithSummary("See, then sign, the records of having led that are missing: another leader's, never one's own")
            .Refuses(Problems.SessionNotSigned, Problems.NothingToCorrect, Problems.NotYoursToSign, Problems.ListChanged, Problems.NothingRealUnsigned);
    }

    private static void RefusesSigning(this RouteHandlerBuilder endpoint, params Problem[] more) => endpoint.Refuses([
        Problems.SessionCancelled, Problems.SessionSigned, Problems.RegisterIncomplete, Problems.SessionAhead, Problems.RegisterEmpty, Problems.OwnRecord,
        Problems.NotYoursToSign, Problems.LeaderCanSign, Problems.NothingRealUnsigned, .. more]);

    private static async Task<Results<Ok<SignOffListBody>, Refused>> ReadList(
        Guid programmeId, Guid sessionId, HttpContext http, PortfolioDatabase database, Signatures signatures, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await signatures.See(work, http.Actor(), sessionId)).Refused(out var problem, out var list))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(list);
    }

    private static async Task<Results<Ok<SignedRegister>, Refused>> Sign(
        Guid programmeId, Guid sessionId, SignOff body, HttpContext http, PortfolioDatabase database, Signatures signatures, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await signatures.Sign(work, http.Actor(), sessionId, body.ListHash)).Refused(out var problem, out var done))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(done);
    }

    private static Task<Results<Ok<SignOffListBody>, Ok<SignedRegister>, Refused>> Correct(
        Guid programmeId, Guid sessionId, Correction body, HttpContext http, PortfolioDatabase database, SignOffs signOffs, Corrections corrections) =>
        corrections.SeeOrSign(http, database, programmeId, sessionId, body.ListHash, body.Reason,
            (work, session) => signOffs.Prepare(work, session, body.Register, http.Person(), http.Granted()));

    private static Task<Results<Ok<SignOffListBody>, Ok<SignedRegister>, Refused>> VouchForLeading(
        Guid programmeId, Guid sessionId, Vouching body, HttpContext http, PortfolioDatabase database, SignOffs signOffs, Corrections corrections) =>
        corrections.SeeOrSign(http, database, programmeId, sessionId, body.ListHash, "A record of having led, vouched for by somebody else.",
            (work, session) => signOffs.PrepareLeading(work, session, http.Person()));
}

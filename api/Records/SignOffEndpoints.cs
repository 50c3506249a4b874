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
        Guid programmeId, Guid sessionId, HttpContext http, PortfolioDatabase database, SignOffs signOffs, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return Problems.NotFound.ToResult();
        return (await signOffs.Prepare(work, session, http.Person())).Refused(out var problem, out var ready) ? problem.ToResult() : TypedResults.Ok(ready.List);
    }

    private static async Task<Results<Ok<SignedRegister>, Refused>> Sign(
        Guid programmeId, Guid sessionId, SignOff body, HttpContext http, PortfolioDatabase database, SignOffs signOffs, RegisterSigning signing,
        TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Lock(work, sessionId) is not { } session)
            return Problems.NotFound.ToResult();
        // The other leader was first, or this is a repeat: what was signed is the same success, if it is what this signer saw.
        if (await SignedRegisters.Last(work, session.Id) is { } signed)
            return signed.FirstHash == body.ListHash ? TypedResults.Ok(await SignedRegisters.Body(work, signed)) : Problems.SessionSigned.ToResult();
        if ((await signOffs.Prepare(work, session, http.Person())).Refused(out var problem, out var ready))
            return problem.ToResult();
        if (ready.List.Hash != body.ListHash || !await SessionStore.Close(work, session))
            return Problems.ListChanged.ToResult();
        await signing.Sign(work, ready.Programme, [ready.ToSign(http.Person(), number: 1)], clock.GetUtcNow());
        var done = await SignedRegisters.Body(work, (await SignedRegisters.Last(work, session.Id))!);
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

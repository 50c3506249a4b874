using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>Withdrawing and amending one record of a session. Both are corrections of its register, so register, records and log always agree.</summary>
internal static class RecordChangeEndpoints
{
    public static void MapRecordChanges(this IEndpointRouteBuilder routes)
    {
        var record = routes.MapGroup("/v1/programmes/{programmeId:guid}/records/{recordId:guid}").WithTags("Records").May(Rights.ChangeRecord, new RecordInPath("recordId"));
        record.MapPost("/withdrawal", Withdraw).WithName("WithdrawRecord").WithSummary("See what withdrawing a record ends, then sign it").RefusesChange();
        record.MapPost("/amendments", Amend).WithName("AmendRecord").WithSummary("See what amending a record changes, then sign it")
            .RefusesChange(Problems.AmendmentRefused, Problems.NothingToCorrect);
    }

    private static void RefusesChange(this RouteHandlerBuilder endpoint, params Problem[] more) => endpoint.Refuses([
        Problems.RecordWithdrawn, Problems.CorrectRegisterInstead, Problems.OwnRecord, Problems.NotYoursToSign, Problems.ListChanged, Problems.NothingRealUnsigned, .. more]);

    private static Task<Results<Ok<SignOffListBody>, Ok<SignedRegister>, Refused>> Withdraw(
        Guid programmeId, Guid recordId, Withdrawal body, HttpContext http, PortfolioDatabase database, SignOffs signOffs, Corrections corrections) =>
        Change(http, database, signOffs, corrections, programmeId, recordId, body.ListHash, body.Reason, RegisterChange.Withdrawn);

    private static Task<Results<Ok<SignOffListBody>, Ok<SignedRegister>, Refused>> Amend(
        Guid programmeId, Guid recordId, Amendment body, HttpContext http, PortfolioDatabase database, SignOffs signOffs, Corrections corrections) =>
        Change(http, database, signOffs, corrections, programmeId, recordId, body.ListHash, body.Reason,
            (session, lines, record) => RegisterChange.Amended(session, lines, record, body));

    private static async Task<Results<Ok<SignOffListBody>, Ok<SignedRegister>, Refused>> Change(
        HttpContext http, PortfolioDatabase database, SignOffs signOffs, Corrections corrections, Guid programmeId, Guid recordId, string? listHash, string reason,
        Func<Session, IReadOnlyList<Line>, LatestVersion, Answer<RightRegister>> change)
    {
        return await SessionOf(database, programmeId, recordId, http.RequestAborted) is { } session
            ? await corrections.SeeOrSign(http, database, programmeId, session, listHash, reason, Prepare)
            : Problems.NotFound.ToResult();

        // Called with the session locked, so what is the newest version now stays it until this is done.
        async Task<Answer<ReadyToSign>> Prepare(Work work, Session session)
        {
            var record = (await RecordStore.OfSessions(work, [session.Id])).Values.Single(latest => latest.RecordId == recordId);
            if (record.Ended is not null)
                return Problems.RecordWithdrawn;
            if (record.PersonId == http.Person())
                return Problems.OwnRecord;
            return change(session, await SessionStore.Lines(work, session.Id), record).Refused(out var problem, out var right)
                ? problem
                : await signOffs.Prepare(work, session, right.Session, right.Lines, http.Person(), record);
        }
    }

    private static async Task<Guid?> SessionOf(PortfolioDatabase database, Guid programmeId, Guid recordId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await RecordStore.SessionOf(work, recordId);
    }
}

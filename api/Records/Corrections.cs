using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>Whatever changes a signed register goes this way: the difference is seen, its hash comes back, and the next version of the register is signed.</summary>
internal sealed class Corrections(RegisterSigning signing, TimeProvider clock)
{
    public async Task<Results<Ok<SignOffListBody>, Ok<SignedRegister>, Refused>> SeeOrSign(
        HttpContext http, PortfolioDatabase database, Guid programmeId, Guid sessionId, string? listHash, string reason,
        Func<Work, Session, Task<Answer<ReadyToSign>>> prepare)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if (await SessionStore.Lock(work, sessionId) is not { } session)
            return Problems.NotFound.ToResult();
        // The same signature again is the same success, whatever was signed since.
        if (listHash is not null && await SignedRegisters.Corrected(work, session.Id, listHash))
            return TypedResults.Ok(await SignedRegisters.Body(work, (await SignedRegisters.Last(work, session.Id))!));
        if ((await prepare(work, session)).Refused(out var problem, out var ready))
            return problem.ToResult();
        if (listHash is null)
            return TypedResults.Ok(ready.List);
        if (ready.List.Hash != listHash)
            return Problems.ListChanged.ToResult();
        var number = (await SignedRegisters.Last(work, session.Id))!.Number + 1;
        await SessionStore.Correct(work, ready.Session, ready.Lines);
        await signing.Sign(work, ready.Programme, [ready.ToSign(http.Person(), number, reason)], clock.GetUtcNow());
        var done = await SignedRegisters.Body(work, (await SignedRegisters.Last(work, session.Id))!);
        await work.Commit();
        return TypedResults.Ok(done);
    }
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>What a correction would sign, or, once its hash came back, what it signed.</summary>
internal sealed record SeenOrSigned(SignOffListBody? Seen, SignedRegister? Signed);

/// <summary>Whatever changes a signed register goes this way: the difference is seen, its hash comes back, and the next version of the register is signed.</summary>
internal sealed class Corrections(RegisterSigning signing, TimeProvider clock)
{
    public async Task<Results<Ok<SignOffListBody>, Ok<SignedRegister>, Refused>> SeeOrSign(
        HttpContext http, PortfolioDatabase database, Guid programmeId, Guid sessionId, string? listHash, string reason,
        Func<Work, Session, Task<Answer<ReadyToSign>>> prepare)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if ((await SeeOrSign(work, http.Actor(), sessionId, listHash, reason, prepare)).Refused(out var problem, out var done))
            return problem.ToResult();
        await work.Commit();
        return done.Seen is { } list ? TypedResults.Ok(list) : TypedResults.Ok(done.Signed!);
    }

    public async Task<Answer<SeenOrSigned>> SeeOrSign(
        Work work, Actor signer, Guid sessionId, string? listHash, string reason, Func<Work, Session, Task<Answer<ReadyToSign>>> prepare)
    {
        if (await SessionStore.Lock(work, sessionId) is not { } session)
            return Problems.NotFound;
        // The same signature again is the same success, whatever was signed since.
        if (listHash is not null && await SignedRegisters.Corrected(work, session.Id, listHash))
            return await Done(work, session);
        if ((await prepare(work, session)).Refused(out var problem, out var ready))
            return problem;
        var now = clock.GetUtcNow();
        if (listHash is null)
        {
            await RegisterLinkUses.Note(work, signer, session.Id, LinkUse.Reviewed, now, ready.Hash);
            return new SeenOrSigned(ready.List, null);
        }
        if (ready.List.Hash != listHash || !await RegisterLinkUses.Saw(work, signer, session.Id, ready.Hash))
            return Problems.ListChanged;
        var number = (await SignedRegisters.Last(work, session.Id))!.Number + 1;
        await SessionStore.Correct(work, ready.Session, ready.Lines);
        await signing.Sign(work, ready.Programme, [ready.ToSign(signer.Person!.Value, number, reason)], now);
        await RegisterLinkUses.Note(work, signer, session.Id, LinkUse.Corrected, now, ready.Hash);
        return await Done(work, session);
    }

    private static async Task<SeenOrSigned> Done(Work work, Session session) =>
        new(null, await SignedRegisters.Body(work, (await SignedRegisters.Last(work, session.Id))!));
}

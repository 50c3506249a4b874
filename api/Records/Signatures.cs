using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

/// <summary>Seeing what a signature would sign, and signing it, whichever way it is asked for.</summary>
internal sealed class Signatures(SignOffs signOffs, RegisterSigning signing, TimeProvider clock)
{
    public async Task<Answer<SignOffListBody>> See(Work work, Actor signer, Guid sessionId)
    {
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return Problems.NotFound;
        if ((await signOffs.Prepare(work, session, signer.Person!.Value)).Refused(out var problem, out var ready))
            return problem;
        await RegisterLinkUses.Note(work, signer, sessionId, LinkUse.Reviewed, clock.GetUtcNow(), ready.Hash);
        return ready.List;
    }

    public async Task<Answer<SignedRegister>> Sign(Work work, Actor signer, Guid sessionId, string listHash)
    {
        if (await SessionStore.Lock(work, sessionId) is not { } session)
            return Problems.NotFound;
        // The other leader was first, or this is a repeat: what was signed is the same success, if it is what this signer saw.
        if (await SignedRegisters.Last(work, session.Id) is { } signed)
            return signed.FirstHash == listHash ? await SignedRegisters.Body(work, signed) : Problems.SessionSigned;
        if ((await signOffs.Prepare(work, session, signer.Person!.Value)).Refused(out var problem, out var ready))
            return problem;
        if (ready.List.Hash != listHash || !await RegisterLinkUses.Saw(work, signer, sessionId, ready.Hash) || !await SessionStore.Close(work, session))
            return Problems.ListChanged;
        var now = clock.GetUtcNow();
        await signing.Sign(work, ready.Programme, [ready.ToSign(signer.Person!.Value, number: 1)], now);
        await RegisterLinkUses.Note(work, signer, sessionId, LinkUse.Signed, now, ready.Hash);
        return await SignedRegisters.Body(work, (await SignedRegisters.Last(work, session.Id))!);
    }
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>A link as it looks before anybody has shown who they are.</summary>
/// <param name="Remembered">Whether this device need not type a code.</param>
/// <param name="Awaited">Whether a code was sent that can still be typed in.</param>
internal sealed record LinkSeen(string Programme, string Group, DateOnly HeldOn, TimeOnly StartsAt, bool Remembered, bool Awaited);

/// <summary>Sending a leader a link, and letting whoever holds it and reads their mail into that one register.</summary>
internal sealed class RegisterLinks(
    PersonStore people, PersonKeys keys, RegisterLinkLetters letters, RegisterLinkCodes codes, LinkedDevices devices, PublicAddress address, TimeProvider clock)
{
    public async Task<Answer<Made>> Send(Work work, Session session, NewLink body, Creation creation)
    {
        // Asked for again, it is what it was: its mandate may have gone since.
        if (await RegisterLinkStore.There(work, creation) is { } there)
            return creation.WhyNotAgain(there) is { } other ? other : new Made(creation.By, creation.Hash, Now: false);
        var now = clock.GetUtcNow();
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        if (!await LinkSettings.On(work))
            return Problems.LinksSwitchedOff;
        var today = programme.LocalDate(now);
        if (!(await MandateStore.On(work, session.GroupId, session.HeldOn)).Contains(body.LeaderId) && !(await MandateStore.On(work, session.GroupId, today)).Contains(body.LeaderId))
            return Problems.LeaderWithoutMandate.At(new FieldError("$.leaderId", "Name somebody with a mandate on that day or today, or add the mandate."));
        if ((await people.Find(work, body.LeaderId))?.Identity.Email is not { } email)
            return Problems.AddressMissing.At(new FieldError("$.leaderId", "Put an address on record for this leader first."));
        var secret = LinkSecret.Make(work.Programme);
        var until = RegisterLink.LastDay(session.HeldOn, today);
        if ((await RegisterLinkStore.Add(work, session.Id, body.LeaderId, secret.Hash, until, creation, now)).Refused(out var problem, out var made))
            return problem;
        await RegisterLinkUses.Note(work, creation.Id, LinkUse.Sent, now, creation.By);
        await letters.Link(work, await Key(work, body.LeaderId), email, session, secret.Text, until, now);
        return made;
    }

    /// <summary>What a link's page shows. Looking changes nothing, since mail scanners look too.</summary>
    public async Task<LinkSeen?> Look(PortfolioDatabase database, string secret, string? device, CancellationToken cancellation)
    {
        if (LinkSecret.Read(secret) is not { } read)
            return null;
        await using var work = await database.Begin(read.Programme, cancellation);
        var now = clock.GetUtcNow();
        if (await RegisterLinkStore.Live(work, read.Hash, now) is not { } link)
            return null;
        var session = (await SessionStore.Find(work, link.SessionId))!;
        return new((await ProgrammeStore.Find(work, read.Programme))!.Name, (await GroupStore.Find(work, session.GroupId))!.Name, session.HeldOn, session.StartsAt,
            await LinkedDevices.Knows(work, device, link.PersonId, now), await RegisterLinkCodes.IsAwaited(work, link, now));
    }

    public async Task<Answer<LinkCodeBody>> SendCode(PortfolioDatabase database, string secret, CancellationToken cancellation)
    {
        if (LinkSecret.Read(secret) is not { } read)
            return Problems.NotFound;
        await using var work = await database.Begin(read.Programme, cancellation);
        var now = clock.GetUtcNow();
        if (await RegisterLinkStore.Live(work, read.Hash, now) is not { } link || (await people.Find(work, link.PersonId))?.Identity.Email is not { } email)
            return Problems.NotFound;
        if (now < link.NextCodeAt)
            return Problems.CodeTooSoon.Because(FormattableString.Invariant($"The next one can be sent at {link.NextCodeAt:HH:mm} UTC.")).After(link.NextCodeAt - now);
        var code = await codes.Make(work, link, now);
        await letters.Code(work, await Key(work, link.PersonId), email, code, now);
        await RegisterLinkUses.Note(work, link.Id, LinkUse.CodeSent, now);
        await work.Commit();
        return new LinkCodeBody(now + RegisterLinkCode.Lasts, now + RegisterLinkCode.Wait(link.CodesSent + 1));
    }

    public async Task<Answer<LinkOpened>> Open(PortfolioDatabase database, LinkOpening opening, CancellationToken cancellation)
    {
        if (LinkSecret.Read(opening.Link) is not { } read)
            return Problems.NotFound;
        await using var work = await database.Begin(read.Programme, cancellation);
        var now = clock.GetUtcNow();
        if (await RegisterLinkStore.Live(work, read.Hash, now) is not { } link)
            return Problems.NotFound;
        if (!await LinkedDevices.Knows(work, opening.Device, link.PersonId, now) && !await RegisterLinkCodes.IsAwaited(work, link, now))
            return Problems.CodeOver;
        if (await HowOpened(work, link, opening, now) is not { } opened)
        {
            // The try is spent, so it is kept although nothing opens.
            await work.Commit();
            return Problems.CodeWrong;
        }
        await RegisterLinkUses.Note(work, link.Id, opened, now);
        var expires = now + RegisterLink.TokenLasts;
        var token = await AccessTokens.Issue(work, new Actor(read.Programme, link.PersonId, null, link.SessionId), expires, now);
        var device = opened == LinkUse.Confirmed && opening.Remember is { } label ? await Remember(work, link, label, now) : null;
        await work.Commit();
        return new LinkOpened(token, expires, read.Programme, link.SessionId, device);
    }

    private async Task<string?> HowOpened(Work work, RegisterLink link, LinkOpening opening, DateTimeOffset now)
    {
        if (await LinkedDevices.Knows(work, opening.Device, link.PersonId, now))
        {
            await LinkedDevices.Used(work, opening.Device!, now);
            return LinkUse.Opened;
        }
        if (opening.Code is not { } code)
            return null;
        if (await codes.IsRight(work, link, code, now))
            return LinkUse.Confirmed;
        await RegisterLinkUses.Note(work, link.Id, LinkUse.CodeWrong, now);
        return null;
    }

    private async Task<string> Remember(Work work, RegisterLink link, string label, DateTimeOffset now)
    {
        await RegisterLinkUses.Note(work, link.Id, LinkUse.Remembered, now);
        return await devices.Remember(work, link.PersonId, label, now);
    }

    private async Task<PersonKey> Key(Work work, Guid person) => (await keys.Of(work, [person]))[person];
}

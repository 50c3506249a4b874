using System.Security.Cryptography;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>What a remembered device opened.</summary>
internal sealed record DeviceOpened(string Token, Guid SessionId);

/// <summary>
/// A remembered device opens the register of today, and no other: what it opens by is a link like those of letters, so that it is seen in the same list, ended in the
/// same way, and signs only what was seen through it. Nobody was sent it.
/// </summary>
internal sealed class DeviceOpening(PublicAddress address, TimeProvider clock)
{
    /// <returns>Nothing where this device opens nothing today.</returns>
    public async Task<DeviceOpened?> Open(Work work, string? device)
    {
        var now = clock.GetUtcNow();
        if (device is null || await LinkedDevices.OwnerOf(work, device, now) is not { } leader || !await LinkSettings.On(work)
            || await RegisterDays.Today(work, leader, now) is not { } session)
            return null;
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration) || await Link(work, session, leader, programme.LocalDate(now), now) is not { } link)
            return null;
        await LinkedDevices.Used(work, device, now);
        await RegisterLinkUses.Note(work, link, LinkUse.Opened, now);
        return new(await AccessTokens.Issue(work, new Actor(work.Programme, leader, null, session), now + RegisterLink.TokenLasts, now), session);
    }

    private static async Task<Guid?> Link(Work work, Guid session, Guid leader, DateOnly today, DateTimeOffset now)
    {
        var links = (await RegisterLinkStore.Of(work, session)).Where(link => link.PersonId == leader).ToList();
        if (links.Find(link => link.EndedAt is null) is { } live)
            return live.UntilOn >= today ? live.Id : null;
        // Whoever ended this leader's link meant this leader's way in, whatever it is opened by.
        if (links.Any(link => link.EndedFor == RegisterLink.Revoked))
            return null;
        var creation = Creation.Of($"device for {session:D}", null, leader, leader);
        return (await RegisterLinkStore.Add(work, session, leader, RandomNumberGenerator.GetBytes(32), RegisterLink.LastDay(today, today), creation, now)).Refused(out _, out _)
            ? null
            : creation.Id;
    }
}

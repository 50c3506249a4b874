using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A letter to a leader, with a link that opens the register of this one session.</summary>
/// <param name="LeaderId">Whoever has a mandate for the group on that day, or today.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewLink(Guid LeaderId, Guid? Id = null);

/// <summary>A link that was sent, and everything that was done with it. Its secret is in the letter alone.</summary>
/// <param name="Id">The id.</param>
/// <param name="LeaderId">Whose it is.</param>
/// <param name="MadeAt">When it was sent.</param>
/// <param name="Until">The last local day on which it opens the register.</param>
/// <param name="Uses">What was done with it, oldest first.</param>
/// <param name="EndedAt">When it was ended.</param>
/// <param name="EndedFor"><c>replaced</c> by a newer one, <c>revoked</c>, or <c>switched-off</c> with all others.</param>
public sealed record LinkBody(
    Guid Id, Guid LeaderId, DateTimeOffset MadeAt, DateOnly Until, IReadOnlyList<LinkUseBody> Uses, DateTimeOffset? EndedAt = null, string? EndedFor = null);

/// <summary>One use of a link.</summary>
/// <param name="What"><c>sent</c>, <c>code-sent</c>, <c>code-wrong</c>, <c>confirmed</c> by a code, <c>remembered</c> a device, <c>opened</c> on one,
/// <c>reviewed</c> the list, <c>filled</c>, <c>cancelled</c>, <c>signed</c>, <c>corrected</c> or <c>ended</c>.</param>
/// <param name="At">When.</param>
/// <param name="By">Who sent or ended it; absent where it was the leader who used it.</param>
public sealed record LinkUseBody(string What, DateTimeOffset At, Guid? By = null);

/// <summary>The links to one session's register, oldest first.</summary>
/// <param name="Links">The links.</param>
public sealed record LinkList(IReadOnlyList<LinkBody> Links);

/// <summary>Asking for the six digits that go to the leader's address on record.</summary>
/// <param name="Link">The secret of the link: what follows <c>/links/</c>.</param>
public sealed record NewLinkCode([PlainText(64), RegularExpression("^[A-Za-z0-9_-]{64}$")] string Link);

/// <summary>A code is on its way.</summary>
/// <param name="GoodUntil">Until when it can be typed in.</param>
/// <param name="NextAt">From when another can be asked for.</param>
public sealed record LinkCodeBody(DateTimeOffset GoodUntil, DateTimeOffset NextAt);

/// <summary>Opening a register by a link, with the code or on a device that is remembered.</summary>
/// <param name="Link">The secret of the link.</param>
/// <param name="Code">The six digits.</param>
/// <param name="Device">What an earlier opening gave this device to keep.</param>
/// <param name="Remember">What to call this device, where it is to be remembered for 90 days.</param>
public sealed record LinkOpening(
    [PlainText(64), RegularExpression("^[A-Za-z0-9_-]{64}$")] string Link, [PlainText(6), RegularExpression("^[0-9]{6}$")] string? Code = null,
    [PlainText(64), RegularExpression("^[A-Za-z0-9_-]{64}$")] string? Device = null, [PlainText(Fences.DeviceName)] string? Remember = null);

/// <summary>A token that reaches this one session's register, and nothing else.</summary>
/// <param name="Token">Send it as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresAt">When it stops working.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Device">What this device keeps to be known again, where that was asked for; shown this once.</param>
public sealed record LinkOpened(string Token, DateTimeOffset ExpiresAt, Guid ProgrammeId, Guid SessionId, string? Device = null);

/// <summary>Whether leaders may come in by a link. Switching it off ends every link, token and remembered device at once.</summary>
/// <param name="On">Whether they may.</param>
public sealed record LeaderLinks(bool On);

/// <summary>A device on which a leader need not type a code.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">What it was called.</param>
/// <param name="MadeAt">Since when it is remembered.</param>
/// <param name="UsedAt">When it last opened a register.</param>
/// <param name="Until">Until when it is remembered.</param>
/// <param name="EndedAt">When it was forgotten.</param>
public sealed record DeviceBody(Guid Id, string Name, DateTimeOffset MadeAt, DateTimeOffset UsedAt, DateTimeOffset Until, DateTimeOffset? EndedAt = null);

/// <summary>The devices that are or were remembered for somebody, oldest first.</summary>
/// <param name="Devices">The devices.</param>
public sealed record DeviceList(IReadOnlyList<DeviceBody> Devices);

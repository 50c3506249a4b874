using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>Whether the members of a group check in on their own phones. Off until somebody turns it on; a register without it is complete.</summary>
/// <param name="On">Whether they do.</param>
public sealed record CheckInSetting(bool On);

/// <summary>What a leader shows, so that those in the room check in.</summary>
/// <param name="OpensAt">From when one can check in.</param>
/// <param name="ClosesAt">Until when.</param>
/// <param name="Code">Six letters and figures that are good for this half minute and the next; absent while nobody can check in.</param>
/// <param name="Url">The same as an address, for a QR code.</param>
/// <param name="ChangesAt">When the next code is to be shown.</param>
/// <param name="Why">While nobody can check in: the code of the refusal that they would get.</param>
public sealed record ShownCheckIn(DateTimeOffset OpensAt, DateTimeOffset ClosesAt, string? Code, Uri? Url, DateTimeOffset? ChangesAt, string? Why);

/// <summary>Checking in.</summary>
/// <param name="Code">The code that the leader shows, in capitals or not.</param>
/// <param name="Visiting">Whether one visits from another group: the leader decides whether that stands.</param>
public sealed record NewCheckIn([RegularExpression("^[0-9A-Za-z]{6}$")] string Code, bool Visiting = false);

/// <summary>That somebody checked in. It says who and when; what the register says is the leader's to decide.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="PersonId">Who.</param>
/// <param name="At">When, the first time.</param>
/// <param name="Visiting">Whether they said that they visit from another group.</param>
public sealed record CheckInBody(Guid SessionId, Guid PersonId, DateTimeOffset At, bool Visiting);

/// <summary>Who checked in to a session.</summary>
/// <param name="On">Whether the group checks in at all.</param>
/// <param name="CheckIns">The earliest first.</param>
public sealed record CheckInList(bool On, IReadOnlyList<CheckInBody> CheckIns);

using System.Globalization;
using System.Security.Cryptography;

namespace Portfolio.Api.Sessions;

/// <summary>One leader's way to one session's register, without an account.</summary>
internal sealed record RegisterLink(
    Guid Id, Guid SessionId, Guid PersonId, DateOnly UntilOn, DateTimeOffset MadeAt, DateTimeOffset? EndedAt, string? EndedFor, int CodesSent, DateTimeOffset NextCodeAt)
{
    public const string Replaced = "replaced";
    public const string Revoked = "revoked";
    public const string SwitchedOff = "switched-off";

    /// <summary>How long whoever came in by it stays in.</summary>
    public static readonly TimeSpan TokenLasts = TimeSpan.FromHours(2);

    private const int Days = 14;

    /// <summary>Two weeks after the session; a register that is late can still be opened, for two weeks after the letter.</summary>
    public static DateOnly LastDay(DateOnly heldOn, DateOnly today) => (heldOn > today ? heldOn : today).AddDays(Days);
}

/// <summary>The six digits that say that whoever holds the link reads the leader's mail too.</summary>
internal static class RegisterLinkCode
{
    public const int MostTries = 5;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static string Make() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The wait before the next code doubles, so that a link's whole life is some twenty codes: a hundred guesses at a million.</summary>
    /// <param name="sent">How many were sent since one was right, this one among them.</param>
    public static TimeSpan Wait(int sent) => sent > 11 ? LongestWait : FirstWait * (1 << (Math.Max(sent, 1) - 1));
}

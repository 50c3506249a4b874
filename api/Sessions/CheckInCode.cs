using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Portfolio.Api.Sessions;

/// <summary>
/// The code that a leader shows: another every half minute, derived from a secret of that one session and the time. A code that is sent on is over when its half minute
/// and the next are; whoever gets it within that time gets in, and the leader, who sees who is in the room, decides.
/// </summary>
internal static class CheckInCode
{
    public const int Length = 6;

    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    // For telling "over" from "wrong": what was shown within this time is known again.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(2);

    // None that is easily taken for another, and no vowel that would make a word.
    private const string Letters = "346789BCDFGHJKMPQRTVWXY";

    public static string Of(ReadOnlySpan<byte> secret, DateTimeOffset at) => Of(secret, StepOf(at));

    /// <summary>When the code of this moment is replaced by the next.</summary>
    public static DateTimeOffset ChangesAt(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds((StepOf(at) + 1) * (long)Step.TotalSeconds);

    public static CodeSeen Judge(ReadOnlySpan<byte> secret, string code, DateTimeOffset at)
    {
        var (now, typed) = (StepOf(at), code.ToUpperInvariant());
        // The one before is still good: between looking at a screen and pressing a button it may have changed.
        if (Same(secret, now, typed) || Same(secret, now - 1, typed))
            return CodeSeen.Good;
        for (var step = now - 2; step >= now - (long)(Remembered / Step); step--)
            if (Same(secret, step, typed))
                return CodeSeen.Over;
        return CodeSeen.Wrong;
    }

    private static bool Same(ReadOnlySpan<byte> secret, long step, string typed) => Of(secret, step) == typed;

    private static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    private static string Of(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, step);
        var number = BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(secret, time));
        Span<char> code = stackalloc char[Length];
        foreach (ref var letter in code)
            (letter, number) = (Letters[(int)(number % (ulong)Letters.Length)], number / (ulong)Letters.Length);
        return new string(code);
    }
}

internal enum CodeSeen { Good, Over, Wrong }

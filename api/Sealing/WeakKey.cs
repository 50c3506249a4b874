namespace Portfolio.Api.Sealing;

/// <summary>Whether 32 bytes were made by hand. Bytes made by chance fail here less than once in a million million keys.</summary>
internal static class WeakKey
{
    // Of 32 bytes made by chance about 30 differ; fewer than 20 do not happen.
    private const int FewestDifferent = 20;

    /// <returns>What is wrong with the key, or nothing.</returns>
    public static string? Why(ReadOnlySpan<byte> key)
    {
        var (different, printable, steps) = (new HashSet<byte>(), 0, new HashSet<byte>());
        for (var i = 0; i < key.Length; i++)
        {
            different.Add(key[i]);
            printable += key[i] is >= 0x20 and < 0x7F ? 1 : 0;
            if (i > 0)
                steps.Add((byte)(key[i] - key[i - 1]));
        }
        return printable == key.Length ? "it is text, which somebody typed or copied"
            : steps.Count < FewestDifferent / 2 ? "its bytes follow a rule"
            : different.Count < FewestDifferent ? "its bytes repeat themselves"
            : null;
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Portfolio.Tests.Hosting;

/// <summary>
/// The RSA keys of a run. Finding two primes costs more than most tests, so a key that was found for one database is used in others again: within one database every
/// key is another, and so it is between databases that a test sets up side by side.
/// </summary>
internal sealed class RsaKeys
{
    private const int SideBySide = 8;
    private const int Around = 16;

    private static readonly ConcurrentDictionary<(int Shelf, int Number, int Bits), Lazy<RSAParameters>> Found = new();
    private static int shelves;
    private static int taken;

    private readonly int shelf = Interlocked.Increment(ref shelves) % SideBySide;
    private int drawn;

    public RSA Next(int bits = 2048) => Take(shelf, Interlocked.Increment(ref drawn), bits);

    /// <summary>A key of somebody else's: another than the last dozen.</summary>
    public static RSA Others(int bits = 2048) => Take(SideBySide, Interlocked.Increment(ref taken) % Around, bits);

    private static RSA Take(int shelf, int number, int bits) => RSA.Create(Found.GetOrAdd((shelf, number, bits), _ => new(() =>
    {
        using var key = RSA.Create(bits);
        return key.ExportParameters(includePrivateParameters: true);
    })).Value);
}

namespace Portfolio.Contracts.Records;

// Public keys of small order: one signature under such a "key" fits many messages, so whoever publishes it could
// later claim to have signed anything. RFC 8032 leaves them to the application and OpenSSL accepts them.
internal static class WeakPoints
{
    private static readonly byte[][] Points =
    [
        .. new[]
        {
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        }.Select(Convert.FromHexString),
    ];

    public static bool Contains(ReadOnlySpan<byte> publicKey)
    {
        foreach (var point in Points)
        {
            // The top bit is only the sign of x.
            if (publicKey[..31].SequenceEqual(point.AsSpan(0, 31)) && (publicKey[31] & 0x7f) == (point[31] & 0x7f))
                return true;
        }

        return false;
    }
}

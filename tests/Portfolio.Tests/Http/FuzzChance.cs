using System.Text;

namespace Portfolio.Tests.Http;

/// <summary>Chance by a seed, and the ids that the stage of that seed has: the same seed asks the same again.</summary>
internal sealed class FuzzChance(int seed, FuzzStage stage)
{
    private static readonly string[] Hostile =
    [
        "", " ", "   ", "null", "undefined", "NaN", "true", "0", "-1", "1e999", "9223372036854775808", "0001-01-01", "9999-12-31", "2025-02-30", "24:00:00", "15:00",
        "a\0b", "a\u0007b", "a\nb", "a\rb", "\u202Eabc", "\uFEFFabc", "e\u0301", "\U0001F4A5", "İıſ", "＝cmd", "=1+1", "+1", "-1", "@x", "\t=1",
        "'; drop table person; --", "' or '1'='1", "\" or \"\"=\"", "%00", "%s%n", "{{7*7}}", "${jndi:ldap://x}", "<script>alert(1)</script>", "../../etc/passwd",
        "http://169.254.169.254/", "file:///etc/passwd", "00000000-0000-0000-0000-000000000000", "\\u0000",
    ];

    private readonly Random random = new(seed);

    public int Below(int bound) => random.Next(bound);

    public bool In(int hundred) => random.Next(100) < hundred;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public string Text() => Below(20) switch
    {
        0 => new string('x', One([63, 64, 200, 201, 1000, 5000])),
        1 => Encoding.Latin1.GetString(Bytes(Below(30))),
        < 8 => One(Hostile),
        _ => One(["Nora New", "Wednesday group", "riverside", "L1", "nora@example.org", "9900077", "Europe/London", "in-person", "holiday"]) + (In(50) ? $" {Below(1000)}" : ""),
    };

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>An id as a member or a parameter of that name would have: right, another programme's, of something else, or of nothing.</summary>
    public string Id(string name) => Below(10) switch
    {
        < 7 => stage.Right(name),
        7 => stage.Foreign(name),
        8 => One(stage.All),
        _ => $"{new Guid(Bytes(16))}",
    };

    public string Day() => new DateOnly(2025, 6, 2).AddDays(Below(700) - 500).ToString("yyyy-MM-dd", null);

    /// <summary>A segment of a path that no id is, written as it goes over the wire.</summary>
    public string Garbage(string id) => Below(14) switch
    {
        0 => id.ToUpperInvariant(),
        1 => id.Replace("-", "", StringComparison.Ordinal),
        2 => $"%7B{id}%7D",
        3 => id + "x",
        4 => id + "%00",
        5 => "%ED%A0%80",
        6 => "%FF%FE",
        7 => "%2e%2e%2f",
        8 => new string('9', 1 + Below(2000)),
        9 => "-1",
        10 => id[..^1],
        11 => id + "%2F" + id,
        _ => Uri.EscapeDataString(Text() is { Length: > 0 } text && Encoding.UTF8.GetByteCount(text) < 2000 ? text : "x"),
    };
}

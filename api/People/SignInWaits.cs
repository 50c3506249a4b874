using System.Net;
using System.Net.Sockets;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.People;

/// <summary>Whoever gets it wrong waits, longer each time: a person, an e-mail address, an address of origin. Kept by keyed hash, forgotten a day later.</summary>
internal sealed class SignInWaits(MasterKey master, TimeProvider clock)
{
    // A hospital has one address for many people.
    private const int FreeForOne = 5, FreeForOrigin = 30;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15), Remembered = TimeSpan.FromDays(1);

    internal sealed record Whom(byte[] Hash, int Free);

    /// <summary>How long to wait after so many failures.</summary>
    public static TimeSpan After(int failures, int free) =>
        failures < free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures - free, 20))));

    /// <summary>By the address they asked with, which is there for those too who are not.</summary>
    public Whom Asked(Work work, byte[] address) => One(work, $"asked {Convert.ToHexString(address)}");

    public Whom Letters(Work work, string address) => One(work, $"letters {address}");

    public Whom Origin(Work work, HttpContext http) => new(Hash(work, $"origin {Network(http.Connection.RemoteIpAddress)}"), FreeForOrigin);

    public Task<bool> Waits(Work work, params Whom[] whom) => work.Any("""
        select 1 from sign_in_wait where programme_id = @Programme and hash = any(@hashes) and wait_until > @now
        """, new { work.Programme, hashes = whom.Select(one => one.Hash).ToArray(), now = clock.GetUtcNow() });

    public async Task Failed(Work work, params Whom[] whom)
    {
        const string Count = """
            insert into sign_in_wait (programme_id, hash, failures, wait_until) values (@Programme, @Hash, 1, @now)
            on conflict (programme_id, hash) do update set failures = sign_in_wait.failures + 1 returning failures
            """;
        var now = clock.GetUtcNow();
        await work.Run("delete from sign_in_wait where programme_id = @Programme and wait_until < @old", new { work.Programme, old = now - Remembered });
        // In one order, so that two failures of the same two never wait for each other.
        foreach (var one in whom.OrderBy(one => Convert.ToHexString(one.Hash), StringComparer.Ordinal))
        {
            var failures = await work.Row<int>(Count, new { work.Programme, one.Hash, now });
            await work.Run("update sign_in_wait set wait_until = @until where programme_id = @Programme and hash = @Hash",
                new { work.Programme, one.Hash, until = now + After(failures, one.Free) });
        }
    }

    /// <summary>They got it right. The address of origin keeps its count: one right guess there says nothing about the others.</summary>
    public static Task Succeeded(Work work, Whom one) =>
        work.Run("delete from sign_in_wait where programme_id = @Programme and hash = @Hash", new { work.Programme, one.Hash });

    private Whom One(Work work, string what) => new(Hash(work, what), FreeForOne);

    private byte[] Hash(Work work, string what) => master.LookUp(work.Programme, "wait", what);

    // Whoever has one IPv6 address has a network of them.
    private static string Network(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : $"{address?.MapToIPv4()}";
}

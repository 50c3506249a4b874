using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Http;

/// <summary>Configuration section `Portfolio:Limits`: requests a minute, counted by each host for itself.</summary>
internal sealed class LimitOptions
{
    private const int Most = 1_000_000;

    /// <summary>Of one platform.</summary>
    public int Platform { get; set; } = 600;

    /// <summary>Of one person who is signed in.</summary>
    public int Person { get; set; } = 600;

    /// <summary>From one address, of everybody there who is not signed in.</summary>
    public int Origin { get; set; } = 600;

    /// <exception cref="RefusedException">It cannot be right.</exception>
    public LimitOptions Checked() => (Platform, Person, Origin) is (>= 1 and <= Most, >= 1 and <= Most, >= 1 and <= Most)
        ? this : throw new RefusedException($"Each of Portfolio:Limits is a number of requests a minute, from 1 to {Most}.");
}

/// <summary>How often anybody may ask. Judged after it is known who asks, so that the people of a hospital behind one address do not share one limit.</summary>
internal static class Limits
{
    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = (configuration.GetSection("Portfolio:Limits").Get<LimitOptions>() ?? new()).Checked();
        services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Of(http, limits));
            limiter.RejectionStatusCode = Problems.TooManyRequests.Status;
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                await Problems.TooManyRequests.Write(rejected.HttpContext);
            };
        });
    }

    private static RateLimitPartition<string> Of(HttpContext http, LimitOptions limits) => Actor.Of(http.User) switch
    {
        { Platform: { } platform } => Bucket($"platform {platform}", limits.Platform),
        { Person: { } person } => Bucket($"person {person}", limits.Person),
        _ => Bucket($"origin {Origin(http.Connection.RemoteIpAddress)}", limits.Origin),
    };

    /// <summary>A whole minute's at once, and then as they come back, one by one.</summary>
    private static RateLimitPartition<string> Bucket(string who, int aMinute) => RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
    {
        TokenLimit = aMinute, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / aMinute, QueueLimit = 0, AutoReplenishment = false,
    });

    // Of version 6 a household has a whole network of 64 bits, and could ask from another address of it each time.
    internal static string Origin(IPAddress? address) => address switch
    {
        null => "none",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString(),
        _ => address.ToString(),
    };
}

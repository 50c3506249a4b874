using Portfolio.Api.Database;

namespace Portfolio.Api.Feed;

/// <summary>The assertions that were taken, kept until they would be refused for their age: by all hosts, since it is the database that keeps them.</summary>
internal static class ClientAssertions
{
    /// <returns>False where it was taken before.</returns>
    public static async Task<bool> Take(Work work, Guid platform, ClientAssertion assertion, DateTimeOffset now)
    {
        const string Insert = """
            insert into client_assertion (programme_id, platform_id, jti_hash, expires_at) values (@Programme, @platform, @IdHash, @until)
            on conflict do nothing
            """;
        await work.Run("delete from client_assertion where programme_id = @Programme and expires_at < @now", new { work.Programme, now });
        return await work.Run(Insert, new { work.Programme, platform, assertion.IdHash, until = assertion.Expires + ClientAssertion.Skew }) == 1;
    }
}

using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

internal static class PlatformStore
{
    private sealed record Row(Guid Id, string Name);

    /// <summary>Makes a platform with its empty feed.</summary>
    public static async Task<Answer<Made>> Add(Work work, NewPlatform body, string secret, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into platform (programme_id, id, name, secret_hash, made_by, made_from, made_at)
            values (@Programme, @Id, @Name, @secretHash, @By, @Hash, @now)
            """;
        const string Feed = "insert into feed_head (programme_id, platform_id) values (@Programme, @Id)";
        var values = new { work.Programme, creation.Id, body.Name, secretHash = PlatformSecret.Hash(secret), creation.By, creation.Hash, now };
        var answer = await work.Once("platform", Insert, values, creation);
        if (!answer.Refused(out _, out var made) && made.Now)
            await work.Run(Feed, new { work.Programme, creation.Id });
        return answer;
    }

    public static async Task<IReadOnlyList<PlatformBody>> All(Work work) =>
        [.. (await work.Rows<Row>("select id, name from platform where programme_id = @Programme order by name, id", new { work.Programme }))
            .Select(row => Body(work, row.Id, row.Name))];

    public static PlatformBody Body(Work work, Guid id, string name, string? secret = null) =>
        new(id, name, PlatformSecret.ClientId(work.Programme, id), secret);

    public static Task<bool> IsThere(Work work, Guid id) =>
        work.Any("select 1 from platform where programme_id = @Programme and id = @id", new { work.Programme, id });

    public static Task<byte[]?> SecretHash(Work work, Guid id) =>
        work.Row<byte[]>("select secret_hash from platform where programme_id = @Programme and id = @id", new { work.Programme, id });
}

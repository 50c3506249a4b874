using Dapper;
using Npgsql;
using Portfolio.Api.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

public sealed class NotSignedInTests(Cast cast) : IClassFixture<Cast>
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_where_for_real_and_absent_programmes_alike()
    {
        var real = await Scene.Set(cast.Host);
        await using (var connection = new NpgsqlConnection(await cast.Host.Superuser()))
            await connection.ExecuteAsync("update programme set demonstration = false where id = @id", new { id = real.Programme });
        var answers = new HashSet<string>();
        foreach (var programme in new[] { real.Programme, Guid.CreateVersion7() })
            foreach (var endpoint in cast.Host.Endpoints.Where(endpoint => Matrix.RelationOf(endpoint) is not null && endpoint.Metadata.GetMetadata<AnswersWithPage>() is null))
            {
                var ids = new Dictionary<string, string>(cast.Ids) { ["programmeId"] = $"{programme}" };
                answers.Add((await Matrix.Whole(await Matrix.Ask(cast.Host.Anybody(), endpoint, ids))).Replace($"{programme}", "…", StringComparison.Ordinal));
            }
        Assert.StartsWith("401", Assert.Single(answers), StringComparison.Ordinal);
        Assert.Contains("/programmes/…/sign-in", answers.Single(), StringComparison.Ordinal);
    }
}

using Dapper;
using Npgsql;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

public sealed class NotSignedInTests(Cast cast) : IClassFixture<Cast>
{
    [Fact]
    public async Task Where_there_is_no_way_to_sign_in_it_says_so_for_absent_programmes_too()
    {
        var real = await Scene.Set(cast.Host);
        await using (var connection = new NpgsqlConnection(await cast.Host.Superuser()))
            await connection.ExecuteAsync("update programme set demonstration = false where id = @id", new { id = real.Programme });
        var answers = new HashSet<string>();
        foreach (var programme in new[] { real.Programme, Guid.CreateVersion7() })
            foreach (var endpoint in cast.Host.Endpoints.Where(endpoint => Matrix.RelationOf(endpoint) is not null))
                answers.Add(await Matrix.Whole(await Matrix.Ask(cast.Host.Anybody(), endpoint, new Dictionary<string, string>(cast.Ids) { ["programmeId"] = $"{programme}" })));
        Assert.Contains("sign-in-not-configured", Assert.Single(answers), StringComparison.Ordinal);
        Assert.StartsWith("503", answers.Single(), StringComparison.Ordinal);
    }
}

using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Curricula;

/// <summary>What a programme publishes everybody reads, and nobody else adds to or takes back, whatever the code does.</summary>
public sealed class PublishedFrameworkTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task What_another_programme_published_is_read_and_never_taken_back_changed_or_added_to()
    {
        var (theirs, mine) = (await Scene.Set(host), await Scene.Set(host));
        await theirs.Tutor.Post<FrameworkBody>(theirs.Path("frameworks"), Made.Framework().ToBody());
        await Requests.Read<FrameworkList>(await theirs.Tutor.PutAsync(theirs.Path("frameworks/our-additions/publication"), null, TestContext.Current.CancellationToken));
        await using var work = await host.Database.Begin(mine.Programme, TestContext.Current.CancellationToken);

        Assert.Equal(1, await work.Row<int>("select count(*)::int from published_framework where programme_id = @Programme", new { theirs.Programme }));
        Assert.Equal(0, await work.Run("delete from published_framework where programme_id = @Programme", new { theirs.Programme }));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => work.Run(
            "insert into published_framework (programme_id, document_id) values (@Programme, gen_random_uuid())", new { theirs.Programme }));
        Assert.Contains("row-level security", refused.MessageText, StringComparison.Ordinal);
        await using var another = await host.Database.Begin(mine.Programme, TestContext.Current.CancellationToken);
        var forbidden = await Assert.ThrowsAsync<PostgresException>(() => another.Run("update published_framework set content = ''"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, forbidden.SqlState);
    }
}

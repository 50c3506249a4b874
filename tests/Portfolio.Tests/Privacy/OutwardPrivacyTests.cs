using System.Text.Json;
using Dapper;
using Npgsql;
using Portfolio.Api.Deliveries;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Privacy;

/// <summary>What is held about a trainee's place at a platform that is written to: told to them without what opens it, and left by an erasure as long as it is needed.</summary>
public sealed class OutwardPrivacyTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_export_tells_of_the_place_and_not_what_opens_it()
    {
        var (outward, trainee, _) = await Place();
        var text = await trainee.GetStringAsync(outward.Scene.Path($"people/{outward.Scene.Trainee.Id}/export"), Cancellation);
        using var export = JsonDocument.Parse(text);
        var place = Assert.Single(export.RootElement.GetProperty("parts").GetProperty("places-at-platforms").EnumerateArray().ToList());

        Assert.Equal(("Made-up portfolio", "Made-up Trust", "GB"), (place.GetProperty("platform").GetString(), place.GetProperty("receiver").GetString(), place.GetProperty("country").GetString()));
        Assert.True(place.GetProperty("setUp").GetBoolean());
        Assert.DoesNotContain("a made-up token of tara", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_trainees_place_can_still_be_opened_for_taking_back_and_a_sign_in_under_way_is_over()
    {
        var (outward, trainee, connection) = await Place();
        await trainee.Post<SignInThere>(outward.Of(connection, "authorize"), new { });
        Assert.Equal(1, await States(outward));
        var officer = await outward.Scene.Officer();
        await officer.Post<ErasureBody>(outward.Scene.Path($"people/{outward.Scene.Trainee.Id}/erasure"), new { personId = outward.Scene.Trainee.Id, reason = "objected" });

        Assert.Equal(0, await States(outward));
        await using var work = await host.Database.Begin(outward.Scene.Programme, Cancellation);
        var open = (await host.Service<PlaceConnections>().Open(work, outward.Platform.Id, outward.Scene.Trainee.Id))!;
        Assert.Equal((connection.Trainee, "tara"), (open.Subject, open.Settings["account"]));
    }

    private async Task<(OutwardScene Outward, HttpClient Trainee, ConnectionBody Connection)> Place()
    {
        var outward = await OutwardScene.Set(host);
        var (connection, trainee) = (await outward.Connected_by(outward.Scene.Trainee), await outward.Scene.As(outward.Scene.Trainee));
        var settings = new[] { new { name = "account", value = "tara" }, new { name = "token", value = "a made-up token of tara" } };
        await Requests.Read<ConnectionSettingsBody>(await trainee.Put(outward.Of(connection, "settings"), null, new { settings }));
        return (outward, trainee, connection);
    }

    private async Task<long> States(OutwardScene outward)
    {
        await using var superuser = new NpgsqlConnection(await host.Superuser());
        return await superuser.ExecuteScalarAsync<long>("select count(*) from authorization_state where programme_id = @Programme", new { outward.Scene.Programme });
    }
}

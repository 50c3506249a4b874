using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Deliveries;

/// <summary>What a trainee says that they uploaded, in the ledger of what went where.</summary>
public sealed class UploadLedgerTests(TestHost host) : IClassFixture<TestHost>
{
    private sealed record Line(Guid RecordId, string State, string? Reason, bool HasReceipt, bool HasDate);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_records_in_the_file_come_to_be_accepted_by_the_persons_word_and_once()
    {
        var (scene, trainee, platform) = (await ConfirmationScene.Met(host), default(HttpClient)!, default(PlatformBody)!);
        (trainee, platform) = (await scene.As(scene.Trainee), await scene.Outward(host));
        var pack = await trainee.Upload(scene, platform);
        await Parked(scene, platform);

        await trainee.Post<UploadPackBody>(scene.Uploads($"/{pack.Id}/uploaded"), new { on = "2025-06-02" });
        await trainee.Post<UploadPackBody>(scene.Uploads($"/{pack.Id}/uploaded"), new { on = "2025-06-02" });

        var records = (await trainee.Get<RecordList>(scene.Path($"people/{scene.Trainee.Id}/records"))).Records;
        var lines = (await Lines(scene)).ToDictionary(line => line.RecordId);
        Assert.All(records.Where(record => record.Kind == "attendance"), record => Assert.Equal(("accepted", null, true, true), State(lines[record.Id])));
        // Presentations are only counted in the file, so nothing was said of them.
        Assert.All(records.Where(record => record.Kind == "presentation"), record => Assert.Equal(("parked", "upload", false, false), State(lines[record.Id])));
        Assert.Equal(records.Count(record => record.Kind == "attendance"), await Said(scene));

        static (string, string?, bool, bool) State(Line line) => (line.State, line.Reason, line.HasReceipt, line.HasDate);
    }

    // As the ledger has it once the adapter said that a person is needed.
    private async Task Parked(Scene scene, PlatformBody platform)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        await work.Run("""
            insert into outward_place (programme_id, platform_id, person_id, id) values (@Programme, @platform, @person, gen_random_uuid());
            insert into delivery (programme_id, id, platform_id, person_id, record_id, number, log_position, since, state, reason)
            select @Programme, gen_random_uuid(), @platform, @person, r.id, 1, 1, @now, 'parked', 'upload' from record r where r.programme_id = @Programme and r.person_id = @person
            """, new { work.Programme, platform = platform.Id, person = scene.Trainee.Id, now = host.Clock.GetUtcNow() });
        await work.Commit();
    }

    private async Task<List<Line>> Lines(Scene scene)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return await work.Rows<Line>("""
            select record_id, state, reason, receipt is not null as has_receipt, accepted_at is not null as has_date from delivery where programme_id = @Programme
            """, new { work.Programme });
    }

    private async Task<int> Said(Scene scene)
    {
        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        return await work.Row<int>("select count(*)::int from delivery_attempt where programme_id = @Programme and outcome = 'accepted' and said = 'said-by-person'", new { work.Programme });
    }
}

using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Deliveries;

/// <summary>What a trainee takes to a portfolio without an interface.</summary>
public sealed class UploadPackTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_the_paper_the_signed_file_a_text_and_the_areas_and_is_the_same_whenever_it_is_asked_for()
    {
        var (scene, trainee, platform) = await A_trainee();
        var pack = await trainee.Upload(scene, platform);
        var zip = await trainee.GetByteArrayAsync(scene.Uploads($"/{pack.Id}/file"), Cancellation);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));

        Assert.Equal(zip, await trainee.GetByteArrayAsync(scene.Uploads($"/{pack.Id}/file"), Cancellation));
        var files = Files(zip);
        Assert.Equal(["READ-ME.txt", "areas.txt", "evidence.json", "evidence.pdf", "text.txt"], files.Keys.Order(StringComparer.Ordinal));
        var evidence = (await trainee.Get<EvidencePackList>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"))).EvidencePacks.Single(one => one.Id == pack.EvidencePackId);
        Assert.Equal((evidence.FileHash, evidence.PaperHash), (Hash(files["evidence.json"]), Hash(files["evidence.pdf"])));
        var keys = RecordKeys.Read(await host.Anybody().GetByteArrayAsync($"/programmes/{scene.Programme}/jwks.json", Cancellation));
        Assert.True(EvidenceFile.Check(files["evidence.json"], keys, host.Clock.GetUtcNow()).Accepted);
    }

    [Fact]
    public async Task The_text_counts_the_period_alone_and_the_areas_are_at_most_four()
    {
        var (scene, trainee, platform) = await A_trainee();
        var pack = await trainee.Upload(scene, platform, from: "2025-05-20");
        var content = await trainee.Get<UploadContent>(scene.Uploads($"/{pack.Id}/content"));

        Assert.Contains("Case-based discussion group, 20 May 2025 to 2 June 2025\n", content.Text, StringComparison.Ordinal);
        Assert.Contains("Attended in this period: 1 session, 60 minutes.\n", content.Text, StringComparison.Ordinal);
        Assert.Contains("In the whole requirement: 2 cases presented, 0 followed up.\n", content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-05-14", content.Text, StringComparison.Ordinal);
        // What the requirement proposes, as nothing in the period names an area.
        Assert.Equal(["1.2", "2.3"], content.Areas.Select(area => area.Code));
        Assert.Equal(content.Text, Encoding.UTF8.GetString(Files(await trainee.GetByteArrayAsync(scene.Uploads($"/{pack.Id}/file"), Cancellation))["text.txt"]));
    }

    [Fact]
    public async Task An_evidence_pack_that_is_there_already_can_be_taken()
    {
        var (scene, trainee, platform) = await A_trainee();
        var evidence = await trainee.Post<EvidencePackBody>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"), new { asOf = "2025-05-20" });
        var pack = await trainee.Post<UploadPackBody>(scene.Uploads(), new { platformId = platform.Id, from = "2025-05-01", evidencePackId = evidence.Id });

        Assert.Equal((evidence.Id, new DateOnly(2025, 5, 20)), (pack.EvidencePackId, pack.Until));
        Assert.Single((await trainee.Get<EvidencePackList>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"))).EvidencePacks);
        Assert.Equal("400 invalid-request", await Refused(new { platformId = platform.Id, from = "2025-05-01", evidencePackId = Guid.CreateVersion7() }));
        Assert.Equal("400 invalid-request", await Refused(new { platformId = platform.Id, from = "2025-05-01", until = "2025-05-19", evidencePackId = evidence.Id }));
        Assert.Equal("422 dates-reversed", await Refused(new { platformId = platform.Id, from = "2025-05-21", evidencePackId = evidence.Id }));

        async Task<string> Refused(object body) => await (await trainee.PostAsJsonAsync(scene.Uploads(), body, Cancellation)).Refusal();
    }

    [Fact]
    public async Task Only_a_platform_that_trainees_upload_to_has_packs_and_nothing_to_come_is_in_one()
    {
        var (scene, trainee, platform) = await A_trainee();
        var (pulls, written) = (await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "It pulls" }), await scene.Outward(host, "webhook", "It is written to"));
        foreach (var other in new[] { pulls.Id, written.Id, Guid.CreateVersion7() })
            Assert.Equal("422 no-upload-platform", await (await trainee.PostAsJsonAsync(scene.Uploads(), new { platformId = other, from = "2025-05-01" }, Cancellation)).Refusal());
        Assert.Equal("400 invalid-request", await (await trainee.PostAsJsonAsync(scene.Uploads(), new { platformId = platform.Id, from = "2025-05-01", until = "2025-06-03" }, Cancellation)).Refusal());
        Assert.Empty((await trainee.Get<EvidencePackList>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"))).EvidencePacks);
    }

    [Fact]
    public async Task The_trainee_says_when_it_was_uploaded_and_the_supervisor_sees_that_and_not_what_is_in_it()
    {
        var (scene, trainee, platform) = await A_trainee();
        var supervisor = await scene.As(await scene.Supervisor(scene.Trainee));
        var pack = await trainee.Upload(scene, platform);
        Assert.Null((await supervisor.Get<UploadPackBody>(scene.Uploads($"/{pack.Id}"))).UploadedOn);

        await trainee.Post<UploadPackBody>(scene.Uploads($"/{pack.Id}/uploaded"), new { on = "2025-06-02" });
        Assert.Equal(new(2025, 6, 2), (await supervisor.Get<UploadPackList>(scene.Uploads())).UploadPacks.Single().UploadedOn);
        foreach (var path in new[] { "/file", "/content" })
            Assert.Equal("404 not-found", await (await supervisor.GetAsync(scene.Uploads($"/{pack.Id}{path}"), Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await supervisor.PostAsJsonAsync(scene.Uploads($"/{pack.Id}/uploaded"), new { on = "2025-06-02" }, Cancellation)).Refusal());
        foreach (var day in new[] { "2025-06-01", "2025-06-03" })
            Assert.Equal("400 invalid-request", await (await trainee.PostAsJsonAsync(scene.Uploads($"/{pack.Id}/uploaded"), new { on = day }, Cancellation)).Refusal());
    }

    [Fact]
    public async Task A_review_period_of_a_portfolio_that_was_connected_is_proposed_until_there_is_a_pack_of_it()
    {
        var (scene, trainee, platform) = await A_trainee();
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{scene.Trainee.Id}/placements"), new
        {
            site = "Riverside", role = "trainee", wholeTime = 1.0, workingDays = new[] { 1, 2, 3, 4, 5 }, from = "2024-02-07", until = "2024-08-06", grade = "CT1", reviewOn = "2024-07-01",
        });
        Assert.Empty((await trainee.Get<UploadPackList>(scene.Uploads())).Proposed);
        await trainee.Post<ConnectionBody>(scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "period-account" } });

        var proposed = Assert.Single((await trainee.Get<UploadPackList>(scene.Uploads())).Proposed);
        Assert.Equal((platform.Id, new DateOnly(2024, 2, 7), new DateOnly(2024, 7, 1), true), (proposed.PlatformId, proposed.From, proposed.Until, proposed.Over));
        await trainee.Upload(scene, platform, from: "2024-02-07");
        Assert.Empty((await trainee.Get<UploadPackList>(scene.Uploads())).Proposed);
    }

    private async Task<(Scene Scene, HttpClient Trainee, PlatformBody Platform)> A_trainee()
    {
        var scene = await ConfirmationScene.Met(host);
        return (scene, await scene.As(scene.Trainee), await scene.Outward(host));
    }

    private static Dictionary<string, byte[]> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var file = entry.Open();
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

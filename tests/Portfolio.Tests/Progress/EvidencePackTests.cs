using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Progress;

/// <summary>What a panel is shown: frozen, signed, the same bytes whenever it is asked for, and what changed since beside it.</summary>
public sealed class EvidencePackTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_bytes_are_served_whenever_it_is_asked_for_whatever_changed_since()
    {
        var (scene, panel, pack) = await A_frozen_pack();
        var (file, paper) = (await Bytes(panel, scene, pack, "application/json"), await Bytes(panel, scene, pack, "application/pdf"));
        // To look at it with one's own eyes.
        if (Environment.GetEnvironmentVariable("PORTFOLIO_SAVE_PAPER") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "paper.pdf"), paper, Cancellation);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(file, await Bytes(panel, scene, pack, "application/json"));
        Assert.Equal(paper, await Bytes(panel, scene, pack, "application/pdf"));
        Assert.Equal((pack.FileHash, pack.PaperHash), (Hash(file), Hash(paper)));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(paper[..5]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_checked_offline_with_the_keys_alone_and_any_change_of_it_shows()
    {
        var (scene, panel, pack) = await A_frozen_pack();
        var file = await Bytes(panel, scene, pack, "application/json");
        var keys = RecordKeys.Read(await host.Anybody().GetByteArrayAsync($"/programmes/{scene.Programme}/jwks.json", Cancellation));

        var good = EvidenceFile.Check(file, keys, host.Clock.GetUtcNow());
        Assert.True(good.Accepted, string.Join('\n', good.Checks));
        Assert.Equal(3, good.Records.Count);
        Assert.Equal(EvidenceChecks.All, good.Checks.Select(check => check.Name));
        Assert.False(EvidenceFile.Check(file, RecordKeys.None, host.Clock.GetUtcNow()).Accepted);

        // A record less, a record twice, and a record of somebody else's list.
        var json = JsonNode.Parse(file)!.AsObject();
        json["records"]!.AsArray().RemoveAt(0);
        Assert.Equal(Answer.No, One(json, EvidenceChecks.RecordsAsListed));
        json["records"]!.AsArray().Add(json["records"]![0]!.DeepClone());
        Assert.Equal(Answer.No, One(json, EvidenceChecks.RecordsAsListed));
        var signed = ((string)json["evidencePack"]!).Split('.');
        json["evidencePack"] = $"{signed[0]}.{Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"type":"PortfolioEvidencePack"}""")).TrimEnd('=')}.{signed[2]}";
        Assert.Equal(Answer.No, One(json, "format-known"));

        Answer One(JsonObject changed, string name) => EvidenceFile.Check(Encoding.UTF8.GetBytes(changed.ToJsonString()), keys, host.Clock.GetUtcNow()).Checks.Single(check => check.Name == name).Answer;
    }

    [Fact]
    public async Task The_service_says_of_a_file_that_it_is_an_evidence_pack_and_whether_its_records_still_stand()
    {
        var (scene, panel, pack) = await A_frozen_pack();
        var file = await Bytes(panel, scene, pack, "application/json");

        var now = await Verified(file);
        Assert.Equal((true, "evidence-pack", pack.Url), (now.Accepted, now.What, now.Id));
        Assert.Equal("yes", now.Checks.Single(check => check.Name == "not-withdrawn-or-superseded").Answer);
        await Withdrawn(scene);
        var later = await Verified(file);
        Assert.Equal((false, "no"), (later.Accepted, later.Checks.Single(check => check.Name == "not-withdrawn-or-superseded").Answer));
        Assert.Equal("yes", later.Checks.Single(check => check.Name == "signature-valid").Answer);
    }

    [Fact]
    public async Task What_changed_since_is_listed_beside_it_and_of_presentations_only_that_something_did()
    {
        var (scene, panel, pack) = await A_frozen_pack();
        Assert.Empty((await Changes(panel, scene, pack)).Changes);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await Withdrawn(scene);
        await scene.Signed(await scene.A_filled_register("2025-05-28"));
        var kept = (await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Evidence.Records[^2].RecordId;
        var session = (await (await scene.As(scene.Trainee)).Get<RecordBody>(scene.Path($"records/{kept}"))).SessionId;
        await (await scene.As(scene.Other)).Post<QueryBody>(scene.Path($"sessions/{session}/queries"), new { says = "I was there longer." });

        var changes = (await Changes(panel, scene, pack)).Changes;
        Assert.Equal(["queried", "signed-after", "withdrawn"], changes.Where(change => change.RecordUrl is not null).Select(change => change.Code).Order());
        Assert.Equal(["signed-after", "withdrawn"], changes.Where(change => change.RecordUrl is null).Select(change => change.Code).Order());
        Assert.All(changes.Where(change => change.RecordUrl is null), change => Assert.Null(change.At));
        var known = await host.Anybody().GetFromJsonAsync<EvidencePackCheck>(new Uri(pack.CheckUrl).PathAndQuery, Cancellation);
        Assert.Equal((pack.FileHash, pack.PaperHash, 2), (known!.FileHash, known.PaperHash, known.Changes["withdrawn"]));
    }

    [Fact]
    public async Task Nothing_in_it_says_when_somebody_presented()
    {
        var (scene, panel, pack) = await A_frozen_pack();
        var trainee = await scene.As(scene.Trainee);
        var presented = (await trainee.Get<RecordList>(scene.Path($"people/{scene.Trainee.Id}/records"))).Records.Where(record => record.Kind == "presentation").ToList();
        var file = Encoding.UTF8.GetString(await Bytes(panel, scene, pack, "application/json"));
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(((string)JsonNode.Parse(file)!["evidencePack"]!).Split('.')[1]));

        Assert.Equal(2, presented.Count);
        Assert.All(presented, record => Assert.DoesNotContain($"{record.Id}", payload, StringComparison.Ordinal));
        Assert.All(presented, record => Assert.DoesNotContain(record.Jwt, file, StringComparison.Ordinal));
        Assert.Contains("\"presented\":2", payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_panel_member_reads_evidence_packs_and_nothing_else_of_a_trainee()
    {
        var (scene, panel, _) = await A_frozen_pack();
        Assert.Single((await panel.Get<EvidencePackList>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"))).EvidencePacks);
        foreach (var path in new[] { $"people/{scene.Trainee.Id}", $"people/{scene.Trainee.Id}/records", $"trainees/{scene.Trainee.Id}/progress?pack=uk-nw-core", $"trainees/{scene.Trainee.Id}/confirmations" })
            Assert.Equal("404 not-found", await (await panel.GetAsync(scene.Path(path), Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await panel.PostAsJsonAsync(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"), new { }, Cancellation)).Refusal());
    }

    private async Task<(Scene Scene, HttpClient Panel, EvidencePackBody Pack)> A_frozen_pack()
    {
        var scene = await ConfirmationScene.Met(host);
        var supervisor = await scene.As(await scene.Supervisor(scene.Trainee));
        await (await scene.As(scene.Leader)).Confirmed(scene, "agreed");
        await supervisor.Confirmed(scene, null);
        var member = await scene.Person("Petra Panel", "P9", "9900081");
        await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = member.Id, office = "panel-member", from = "2024-08-01", until = "2026-08-01" });
        var pack = await (await scene.As(scene.Trainee)).Post<EvidencePackBody>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs"), new { });
        return (scene, await scene.As(member), pack);
    }

    private static async Task Withdrawn(Scene scene)
    {
        var leader = await scene.As(scene.Leader);
        var record = (await scene.Tutor.Get<ConfirmationsBody>(scene.Confirmations())).Evidence.Records[0].RecordId;
        var seen = await leader.Post<SignOffListBody>(scene.Path($"records/{record}/withdrawal"), new { reason = "Somebody else" });
        (await leader.PostAsJsonAsync(scene.Path($"records/{record}/withdrawal"), new { reason = "Somebody else", listHash = seen.Hash }, Cancellation)).EnsureSuccessStatusCode();
    }

    private async Task<VerificationBody> Verified(byte[] file) =>
        await Requests.Read<VerificationBody>(await host.Anybody().PostAsync("/v1/verify", new StringContent(Encoding.UTF8.GetString(file)), Cancellation));

    private static Task<EvidenceChanges> Changes(HttpClient reader, Scene scene, EvidencePackBody pack) =>
        reader.Get<EvidenceChanges>(scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs/{pack.Id}/changes"));

    private static async Task<byte[]> Bytes(HttpClient reader, Scene scene, EvidencePackBody pack, string type)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, scene.Path($"trainees/{scene.Trainee.Id}/evidence-packs/{pack.Id}"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        var answer = await reader.SendAsync(request, Cancellation);
        answer.EnsureSuccessStatusCode();
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

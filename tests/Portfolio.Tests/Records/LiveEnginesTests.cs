using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>Engines that others wrote, over records as the host serves them, with nothing but what is public handed to them.</summary>
public sealed class LiveEnginesTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Others_verify_what_the_host_serves_and_see_what_was_withdrawn()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var session = await leader.Fill(scene, await scene.A_filled_register(), new
        {
            mode = "online", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id, lines = new object[]
            {
                new { personId = scene.Trainee.Id, attendance = "partial", minutes = 45, presented = true, followedUp = true },
                new { personId = scene.Other.Id, attendance = "present" },
            },
        });
        var signed = await scene.Signed(session);
        await leader.Withdrawn(scene, signed.RecordOf(scene.Other));

        var records = new JsonObject();
        foreach (var record in signed.Records.Where(record => record.PersonId != scene.Other.Id))
        {
            var embedded = JsonNode.Parse(await Form(record.Id, "application/vc+ld+json"))!;
            records[$"{record.Kind} embedded"] = embedded;
            records[$"{record.Kind} endorsement"] = embedded["endorsement"]![0]!.DeepClone();
            records[$"{record.Kind} jwt"] = await Form(record.Id, "application/vc+jwt");
        }
        records["withdrawn"] = JsonNode.Parse(await Form(signed.RecordOf(scene.Other), "application/vc+ld+json"));
        records["list"] = await Public("status/0");

        var said = await Ask(scene, records);

        Assert.Equal(["attendance", "follow-up", "leading", "presentation"], signed.Records.Select(record => record.Kind).Distinct().Order());
        Assert.Equal(14, said.Count);
        Assert.Equal(["@digitalbazaar/vc revoked", "@digitalcredentials/verifier-core revoked"], said["withdrawn"]!.AsObject().Select(engine => $"{engine.Key} {engine.Value}"));
        Assert.All(said.Where(record => record.Key != "withdrawn"), record => Assert.All(record.Value!.AsObject(), engine =>
            Assert.Equal((record.Key, engine.Key, "verified"), (record.Key, engine.Key, $"{engine.Value}"))));

        async Task<string> Form(Guid record, string type) => Encoding.UTF8.GetString(await leader.Bytes(scene.Path($"records/{record}"), type));

        async Task<JsonNode> Public(string path) => JsonNode.Parse(await host.Anybody().GetStringAsync($"/programmes/{scene.Programme}/{path}", Cancellation))!;
    }

    private async Task<JsonObject> Ask(Scene scene, JsonObject records)
    {
        var did = (await Public("did.json"))!;
        var issuer = (string)did["id"]!;
        var url = DidWeb.Url(issuer)!;
        var input = new JsonObject
        {
            // The document under the DID and under its https URL: this host itself has none, being on loopback.
            ["documents"] = new JsonObject
            {
                [issuer] = did.DeepClone(),
                [$"{url}/did.json"] = did.DeepClone(),
                [$"{url.Replace("http://", "https://", StringComparison.Ordinal)}/did.json"] = did.DeepClone(),
                [$"{url}/status/0"] = await Public("status/0"),
            },
            ["jwks"] = await Public("jwks.json"),
            ["now"] = RecordTime.Write(host.Clock.GetUtcNow().AddMinutes(1)),
            ["records"] = records,
        };
        var answer = await Checkers.Run("records.mjs", input.ToJsonString());
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonNode.Parse(answer.Output)!.AsObject();

        async Task<JsonNode?> Public(string path) => JsonNode.Parse(await host.Anybody().GetStringAsync($"/programmes/{scene.Programme}/{path}", Cancellation));
    }
}

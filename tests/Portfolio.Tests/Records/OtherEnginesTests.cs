using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// Engines that others wrote, over the records that we made.
public sealed class OtherEnginesTests
{
    private static readonly string[] Verifiers = ["@digitalbazaar/vc", "@digitalcredentials/verifier-core"];

    [Fact]
    public async Task Others_verify_every_record_in_both_forms_and_every_endorsement_taken_out()
    {
        var records = new JsonObject();
        foreach (var name in RecordSamples.Claims.Keys)
        {
            var signed = RecordSamples.SignedAs(name);
            var json = JsonNode.Parse(signed.Embedded!)!;
            records[$"{name}.jwt"] = Encoding.ASCII.GetString(signed.Jwt);
            records[$"{name}.json"] = json;
            if (json["endorsement"] is JsonArray endorsements)
                records[$"{name}.endorsement.json"] = endorsements[0]!.DeepClone();
        }

        var said = await Ask(records, new BitstringStatusList());

        Assert.Equal(records.Count, said.Count);
        Assert.All(said, record => Assert.All(record.Value!.AsObject(), engine =>
            Assert.Equal((record.Key, engine.Key, "verified"), (record.Key, engine.Key, $"{engine.Value}"))));
    }

    [Fact]
    public async Task Others_report_a_withdrawn_record_as_withdrawn()
    {
        var bits = new BitstringStatusList { [RecordSamples.Header().Status.Index] = true };
        var said = await Ask(new() { ["one"] = JsonNode.Parse(RecordSamples.SignedAs("attendance").Embedded!) }, bits);
        Assert.All(Verifiers, engine => Assert.Equal("revoked", $"{said["one"]![engine]}"));
    }

    [Fact]
    public async Task Others_refuse_what_was_tampered_with_and_what_nobody_handed_them_keys_for()
    {
        var tampered = JsonNode.Parse(RecordSamples.SignedAs("attendance").Embedded!)!;
        tampered["credentialSubject"]!["result"]![1]!["value"] = "61";
        var jwt = Encoding.ASCII.GetString(RecordSamples.SignedAs("attendance").Jwt);
        var foreign = JsonNode.Parse(RecordSamples.SignedAs("attendance").Embedded!)!;
        foreign["proof"]!["verificationMethod"] = "did:web:elsewhere.example.org#key";

        var said = await Ask(new() { ["tampered"] = tampered, ["foreign"] = foreign, ["jwt"] = jwt[..^20] + "AAAAAAAAAAAAAAAAAAAA" }, new BitstringStatusList());

        Assert.All(said, record => Assert.All(record.Value!.AsObject(), engine => Assert.NotEqual("verified", $"{engine.Value}")));
    }

    private static async Task<JsonObject> Ask(JsonObject records, BitstringStatusList bits)
    {
        var keys = new[] { RecordSamples.RsaKey, RecordSamples.Ed25519RecordKey };
        var did = JsonNode.Parse(ProgrammeDocument.Did(RecordSamples.Issuer.Id, keys))!;
        var list = RecordSamples.Header().Status.List;
        var input = new JsonObject
        {
            ["documents"] = new JsonObject
            {
                [RecordSamples.Issuer.Id] = did,
                [$"{DidWeb.Url(RecordSamples.Issuer.Id)}/did.json"] = did.DeepClone(),
                [list] = JsonNode.Parse(StatusList.Sign(list, RecordSamples.Signed, bits, RecordSamples.Programme25)),
            },
            ["jwks"] = JsonNode.Parse(ProgrammeDocument.KeySet(keys)),
            ["now"] = RecordTime.Write(RecordSamples.Now),
            ["records"] = records,
        };
        var answer = await Checkers.Run("records.mjs", input.ToJsonString());
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonNode.Parse(answer.Output)!.AsObject();
    }
}

using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>Packs of a programme's own, made of one that came with the product.</summary>
internal static class PackMoves
{
    /// <summary>A document like the North West one, under another name.</summary>
    public static async Task<JsonObject> Document(Scene scene, string id, int version, int? minimum = null)
    {
        var shipped = await scene.Tutor.Get<RequirementPackVersion>(scene.Path("requirement-packs/uk-nw-core/versions/1"));
        var document = JsonNode.Parse(shipped.Document.GetRawText())!.AsObject();
        (document["id"], document["version"]) = (id, version);
        if (minimum is { } sessions)
            document["rules"]![0]!["minimum"]!["value"] = sessions;
        return document;
    }

    /// <summary>Somebody who follows nothing else is moved from the first version to the second.</summary>
    public static async Task<Example> Right(Scene scene, PersonBody person)
    {
        const string Pack = "made-up-pack", Day = "2025-06-02";
        await scene.Tutor.Post<RequirementPackVersion>(scene.Path("requirement-packs"), await Document(scene, Pack, 1));
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{person.Id}/requirements"), new { pack = Pack, from = "2024-08-01" });
        await scene.Tutor.Post<RequirementPackVersion>(scene.Path("requirement-packs"), await Document(scene, Pack, 2, minimum: 30));
        var trial = await scene.Tutor.Get<PackTrial>(scene.Path($"requirement-packs/{Pack}/versions/2/dry-run?asOf={Day}"));
        return Example.Of(HttpMethod.Post, scene.Path($"requirement-packs/{Pack}/versions/2/moves"),
            new { people = new[] { person.Id }, from = "2025-08-06", asOf = Day, trialHash = trial.Hash }, scene.Tutor);
    }
}

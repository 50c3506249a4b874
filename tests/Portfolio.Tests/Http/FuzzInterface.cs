using System.Text.Json.Nodes;

namespace Portfolio.Tests.Http;

/// <summary>The description, as requests are made from it and answers are held to it.</summary>
/// <remarks>Read from <c>/openapi/v1.json</c>: the same document as <c>openapi.yaml</c>, which OpenApiTests compares with what is served.</remarks>
internal sealed class FuzzInterface
{
    public FuzzInterface(string json)
    {
        var document = JsonNode.Parse(json)!;
        Schema = new FuzzSchema(document);
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where operation.Key is "get" or "post" or "put" or "patch" or "delete"
               let told = operation.Value!
               orderby (string)told["operationId"]!
               select new FuzzOperation(
                   (string)told["operationId"]!,
                   HttpMethod.Parse(operation.Key),
                   path.Key,
                   [.. (told["parameters"]?.AsArray() ?? []).Select(parameter => Schema.Resolve(parameter)).Select(Parameter)],
                   Media(told["requestBody"]),
                   told["responses"]!.AsObject().ToDictionary(answer => int.Parse(answer.Key, null), answer => Answer(answer.Value))),
        ];
    }

    public FuzzSchema Schema { get; }

    public IReadOnlyList<FuzzOperation> Operations { get; }

    private FuzzAnswer Answer(JsonNode? answer)
    {
        var media = Media(Schema.Resolve(answer));
        return new(media, [.. media.Where(of => of.Type.EndsWith("problem+json", StringComparison.Ordinal)).SelectMany(of => of.Codes)]);
    }

    private static FuzzParameter Parameter(JsonObject parameter) =>
        new((string)parameter["name"]!, (string)parameter["in"]!, (bool?)parameter["required"] ?? false, parameter["schema"]);

    private static IReadOnlyList<FuzzMedia> Media(JsonNode? of) =>
        [.. from media in of?["content"]?.AsObject() ?? []
            select new FuzzMedia(media.Key, media.Value!["schema"], media.Value["example"], [.. (media.Value["examples"]?.AsObject() ?? []).Select(example => example.Key)])];
}

internal sealed record FuzzOperation(
    string Name, HttpMethod Method, string Path, IReadOnlyList<FuzzParameter> Parameters, IReadOnlyList<FuzzMedia> Bodies, IReadOnlyDictionary<int, FuzzAnswer> Answers);

internal sealed record FuzzParameter(string Name, string In, bool Required, JsonNode? Schema);

internal sealed record FuzzMedia(string Type, JsonNode? Schema, JsonNode? Example, IReadOnlyList<string> Codes);

/// <param name="Media">The forms that an answer of this status has.</param>
/// <param name="Codes">The problems that it can be.</param>
internal sealed record FuzzAnswer(IReadOnlyList<FuzzMedia> Media, IReadOnlyList<string> Codes);

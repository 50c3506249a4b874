using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portfolio.Api.Http;

/// <summary>What goes in: the body with an example, and the version that the caller saw.</summary>
internal static class DescribedBodies
{
    public static void Tell(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<TakesBytes>().FirstOrDefault() is { } bytes)
            operation.RequestBody = Of(bytes);
        else if (context.Description.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source.Id == "Body")?.Type is { } type)
            foreach (var media in operation.RequestBody?.Content?.Values ?? [])
                media.Example = Examples.Of(type);
        if (metadata.OfType<IProducesResponseTypeMetadata>().Any(produces => produces.StatusCode == 304))
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-None-Match", In = ParameterLocation.Header, Description = "The `ETag` you have: where nothing has changed since, the answer is 304.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = $"\"{Examples.Hash}\"",
            });
        if (metadata.OfType<RefusalsOfEndpoint>().Any(refusals => refusals.Problems.Contains(Problems.VersionNeeded)))
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match", In = ParameterLocation.Header, Required = true, Description = "The version you saw: the `ETag` of the answer that showed it.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = "\"2\"",
            });
    }

    private static OpenApiRequestBody Of(TakesBytes bytes) => new()
    {
        Required = true,
        Description = bytes.About,
        Content = bytes.Types.ToDictionary(type => type, type => new OpenApiMediaType
        {
            Schema = new OpenApiSchema { Type = type.EndsWith("json", StringComparison.Ordinal) ? JsonSchemaType.Object : JsonSchemaType.String },
            Example = bytes.Example is not { } example ? Examples.OfMedia(type, bytes.Of) : type.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(example) : example,
        }),
    };
}

/// <summary>A body that is read as bytes, and not bound: described here, its type judged by the endpoint, if at all.</summary>
internal sealed record TakesBytes(string About, params IReadOnlyList<string> Types)
{
    public string? Example { get; init; }

    /// <summary>What the bytes are a form of, where there are several forms.</summary>
    public Type? Of { get; init; }
}

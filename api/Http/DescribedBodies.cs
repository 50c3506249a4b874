using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portfolio.Api.Http;

/// <summary>What goes in: the body with an example, and the version that the caller saw.</summary>
internal static class DescribedBodies
{
    public static void Tell(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<TakesRecord>().FirstOrDefault() is { } record)
            operation.RequestBody = Of(record);
        else if (context.Description.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source.Id == "Body")?.Type is { } type)
            foreach (var media in operation.RequestBody?.Content?.Values ?? [])
                media.Example = Examples.Of(type);
        if (metadata.OfType<RefusalsOfEndpoint>().Any(refusals => refusals.Problems.Contains(Problems.VersionNeeded)))
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match", In = ParameterLocation.Header, Required = true, Description = "The version you saw: the `ETag` of the answer that showed it.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = "\"2\"",
            });
    }

    private static OpenApiRequestBody Of(TakesRecord record) => new()
    {
        Required = true,
        Description = "The record's bytes, at most 1 MiB. The type says how they are sent, not what they are: whichever it is, the bytes alone are judged.",
        Content = record.Types.ToDictionary(type => type, type => new OpenApiMediaType
        {
            Schema = new OpenApiSchema { Type = type.EndsWith("json", StringComparison.Ordinal) ? JsonSchemaType.Object : JsonSchemaType.String },
            Example = Examples.OfMedia(type),
        }),
    };
}

/// <summary>A body that is a record in any form, read as bytes: described, and not restricted by its content type.</summary>
internal sealed record TakesRecord(IReadOnlyList<string> Types);

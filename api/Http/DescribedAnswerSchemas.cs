using Microsoft.OpenApi;

namespace Portfolio.Api.Http;

/// <summary>Bodies that only ever go out: what is absent is left out, never null; and members may be added, so a client must not refuse them.</summary>
internal static class DescribedAnswerSchemas
{
    public static void Tell(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var taken = new HashSet<string>();
        foreach (var media in DescribedDocument.Media(document, operation => operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>() ?? []))
            Reach(media.Schema, schemas, taken);
        foreach (var schema in schemas.Where(named => !taken.Contains(named.Key)).Select(named => named.Value).OfType<OpenApiSchema>())
            Loosen(schema);
    }

    private static void Loosen(OpenApiSchema schema)
    {
        schema.AdditionalPropertiesAllowed = true;
        foreach (var (name, member) in schema.Properties?.ToList() ?? [])
        {
            if (WithoutNull(member) is not { } present)
                continue;
            schema.Required?.Remove(name);
            schema.Properties![name] = present;
        }
    }

    private static IOpenApiSchema? WithoutNull(IOpenApiSchema member)
    {
        if (member is OpenApiSchema { Type: { } type } own && type.HasFlag(JsonSchemaType.Null) && type != JsonSchemaType.Null)
        {
            own.Type = type & ~JsonSchemaType.Null;
            return own;
        }
        return member.OneOf is { Count: 2 } either && either.Any(IsNull) ? either.First(one => !IsNull(one)) : null;
    }

    private static bool IsNull(IOpenApiSchema schema) => schema is OpenApiSchema { Type: JsonSchemaType.Null };

    private static void Reach(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> taken)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && (!taken.Add(id) || !schemas.TryGetValue(id, out schema)))
            return;
        foreach (var inner in new[] { schema?.Items }.Concat(schema?.Properties?.Values ?? []).Concat(schema?.OneOf ?? []).Concat(schema?.AnyOf ?? []).OfType<IOpenApiSchema>())
            Reach(inner, schemas, taken);
    }
}

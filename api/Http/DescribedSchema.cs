using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>The fences of a member, told where a body's record states them: on the parameters of its constructor.</summary>
internal sealed class DescribedSchema : IOpenApiSchemaTransformer
{
    private const string LocalTime = @"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,7})?$";

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(TimeOnly))
            // OpenAPI's "time" has an offset; a group meets by the clock on its wall.
            (schema.Format, schema.Pattern) = (null, LocalTime);
        var fences = context.JsonPropertyInfo?.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(inherit: false).OfType<ValidationAttribute>() ?? [];
        foreach (var fence in fences)
            Tell(schema, fence);
        return Task.CompletedTask;
    }

    private static void Tell(OpenApiSchema schema, ValidationAttribute fence)
    {
        switch (fence)
        {
            case PlainTextAttribute text:
                (schema.MinLength, schema.MaxLength) = (1, text.Length);
                break;
            case PlainTextsAttribute texts when schema.Items is OpenApiSchema each:
                (each.MinLength, each.MaxLength) = (1, texts.Length);
                break;
            case CodeAttribute { Codes: var codes } when schema.Items is OpenApiSchema item:
                item.Enum = [.. codes.Select(Node)];
                break;
            case CodeAttribute { Codes: var codes }:
                // A member that may be left out may be null too.
                schema.Enum = [.. codes.Select(Node), .. schema.Type?.HasFlag(JsonSchemaType.Null) is true ? new[] { JsonNullSentinel.JsonNull } : []];
                break;
            case LocalDayAttribute:
                schema.Description += $" From {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}.";
                break;
            case WeekDaysAttribute when schema.Items is OpenApiSchema day:
                (schema.MinItems, schema.MaxItems, schema.UniqueItems, day.Minimum, day.Maximum) = (1, 7, true, "1", "7");
                break;
            case NoneMissingAttribute:
                // The items' own type says that none is null.
                break;
            case RegularExpressionAttribute { Pattern: var pattern }:
                schema.Pattern = pattern;
                break;
            case EmailAddressAttribute:
                schema.Format = "email";
                break;
            case RangeAttribute range:
                (schema.Minimum, schema.Maximum) = (Text(range.Minimum), Text(range.Maximum));
                break;
            case MinLengthAttribute least:
                schema.MinItems = least.Length;
                break;
            case MaxLengthAttribute most:
                schema.MaxItems = most.Length;
                break;
            default:
                throw new NotSupportedException($"The description cannot tell {fence.GetType().Name}: say here how.");
        }
    }

    private static JsonNode Node(string code) => JsonValue.Create(code);

    private static string? Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}

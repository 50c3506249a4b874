using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portfolio.Api.Http;

/// <summary>How JSON is read and written, everywhere: strict in, plain out.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = With(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions With(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.MaxDepth = 32;
        return options;
    }
}

using Portfolio.Api.Access;

namespace Portfolio.Api.Http;

/// <summary>The OpenAPI description, served as it is approved in `openapi.yaml`.</summary>
internal static class Description
{
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1");

    public static void MapDescription(this WebApplication app)
    {
        var open = app.MapGroup("").Public("The description of the interface is for everybody.");
        open.MapOpenApi("/openapi/{documentName}.yaml");
        open.MapOpenApi("/openapi/{documentName}.json");
    }
}

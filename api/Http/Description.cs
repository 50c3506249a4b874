using Portfolio.Api.Access;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Portfolio.Api.Http;

/// <summary>The OpenAPI description, served as it is approved in `openapi.yaml`, and a page to read it on.</summary>
internal static class Description
{
    // The page's own files, and nothing from elsewhere. Swagger UI sets style attributes and draws its icons from data: addresses.
    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", description =>
    {
        description.AddSchemaTransformer<DescribedSchema>();
        description.AddOperationTransformer<DescribedOperation>();
        description.AddDocumentTransformer<DescribedDocument>();
    });

    public static void MapDescription(this WebApplication app)
    {
        var open = app.MapGroup("").Public("The description of the interface is for everybody.");
        open.MapOpenApi("/openapi/{documentName}.yaml");
        open.MapOpenApi("/openapi/{documentName}.json");
        app.MapProblems();
    }

    /// <summary>Before access is checked: the page is files alone, no endpoint.</summary>
    public static void UseDescriptionPage(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger"), page => page.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = PagePolicy;
            return next(http);
        }));
        app.UseSwaggerUI(page =>
        {
            page.DocumentTitle = "Portfolio";
            page.SwaggerEndpoint("/openapi/v1.json", "Portfolio");
            page.DocExpansion(DocExpansion.List);
            page.DisplayOperationId();
        });
    }
}

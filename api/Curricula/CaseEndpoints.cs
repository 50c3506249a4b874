using System.Text.Json;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>CASE 1.1, to be read by anybody: what a record's competency means is for whoever checks the record.</summary>
internal static class CaseEndpoints
{
    // Old versions stay; what is taken back is gone within five minutes.
    private const string Cached = "public, max-age=300";

    public static void MapCase(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/ims/case/v1p1").WithTags("CASE").Public("Whoever reads a record follows the addresses of its competencies to here.");
        open.MapGet("/CFDocuments", Documents).WithName("ListCaseDocuments").WithSummary("Every public framework").Answers<CaseDocuments>().Produces<CaseRefusal>(400);
        open.MapGet("/CFDocuments/{identifier}", Document).WithName("ReadCaseDocument").WithSummary("A framework without its items").Answers<CaseDocument>().Produces<CaseRefusal>(404);
        open.MapGet("/CFPackages/{identifier}", Package).WithName("ReadCasePackage").WithSummary("A framework with everything of it").Answers<CasePackage>().Produces<CaseRefusal>(404);
        open.MapGet("/CFItems/{identifier}", Item).WithName("ReadCaseItem").WithSummary("An item: the address by which records name it").Answers<CaseItem>().Produces<CaseRefusal>(404);
        open.MapGet("/CFItemAssociations/{identifier}", ItemAssociations).WithName("ReadCaseItemAssociations").WithSummary("An item with its associations")
            .Answers<CaseItemAssociations>().Produces<CaseRefusal>(404);
        open.MapGet("/CFAssociations/{identifier}", Association).WithName("ReadCaseAssociation").WithSummary("An association").Answers<CaseAssociation>().Produces<CaseRefusal>(404);
        open.MapGet("/discovery/imscasev1p1_openapi3_v1p0.json", Discovery).WithName("DiscoverCase").WithSummary("What of CASE is offered here").Answers<CaseDiscovery>();
    }

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint) => endpoint.Produces<T>().Produces(304);

    private static async Task<IResult> Documents(
        HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation,
        string? limit = null, string? offset = null, string? sort = null, string? orderBy = null, string? filter = null, string? fields = null)
    {
        // Bound, so that they are described; read where each can be refused in CASE's own words.
        _ = (limit, offset, sort, orderBy, filter, fields);
        if (CaseSelection.Read(http.Request.Query, out var selection) is { } refusal)
            return TypedResults.Json(refusal, Json.Options, statusCode: 400);
        await using var work = await database.BeginWithoutProgramme(cancellation);
        var (page, total) = selection.Of((await PublishedFrameworks.All(work)).Select(of => of.In(address.Base).Document()));
        http.Response.Headers["X-Total-Count"] = $"{total}";
        http.Response.Headers.Link = CasePages.Links(CaseWriter.Address(address.Base, "CFDocuments", "").TrimEnd('/'), http.Request.Query, selection.Limit, selection.Offset, total);
        return Answer(http, new CaseDocuments(page));
    }

    private static Task<IResult> Document(string identifier, HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation) =>
        One(http, database, identifier, PublishedFrameworks.Document, (of, _) => of.In(address.Base).Document(), cancellation);

    private static Task<IResult> Package(string identifier, HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation) =>
        One(http, database, identifier, PublishedFrameworks.Document, (of, _) => of.In(address.Base).Package(), cancellation);

    private static Task<IResult> Item(string identifier, HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation) =>
        One(http, database, identifier, PublishedFrameworks.OfItem, (of, id) => of.In(address.Base).Item(of.Framework.Item(id)!), cancellation);

    private static Task<IResult> ItemAssociations(string identifier, HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation) =>
        One(http, database, identifier, PublishedFrameworks.OfItem, (of, id) =>
            new CaseItemAssociations(of.In(address.Base).Item(of.Framework.Item(id)!), [.. of.In(address.Base).AssociationsOf(of.Framework.Item(id)!)]), cancellation);

    private static Task<IResult> Association(string identifier, HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation) =>
        One(http, database, identifier, PublishedFrameworks.OfAssociation, (of, id) => of.In(address.Base).Associations().First(association => association.Identifier == id), cancellation);

    private static IResult Discovery(HttpContext http)
    {
        using var stream = typeof(CaseEndpoints).Assembly.GetManifestResourceStream("Portfolio.Api.Curricula.imscasev1p1_openapi3_v1p0.json")!;
        return Answer(http, JsonSerializer.Deserialize<CaseDiscovery>(stream, Json.Options)!);
    }

    private static async Task<IResult> One<T>(
        HttpContext http, PortfolioDatabase database, string identifier, Func<Work, Guid, Task<PublicFramework?>> find, Func<PublicFramework, Guid, T> show, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(identifier, "D", out var id))
            return TypedResults.Json(CaseStatus.NoUuid, Json.Options, statusCode: 404);
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return await find(work, id) is { } found ? Answer(http, show(found, id)) : TypedResults.Json(CaseStatus.Unknown, Json.Options, statusCode: 404);
    }

    private static IResult Answer<T>(HttpContext http, T body) => Tagged.Answer(http, JsonSerializer.SerializeToUtf8Bytes(body, Json.Options), "application/json; charset=utf-8", Cached);
}

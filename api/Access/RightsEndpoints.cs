using Portfolio.Contracts.Http;

namespace Portfolio.Api.Access;

/// <summary>The table of rights, for everybody to read.</summary>
internal static class RightsEndpoints
{
    public static void MapRights(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/v1/rights").WithTags("Rights").Public("Who may do what is no secret, and nobody is named in it.");
        open.MapGet("/", List).WithName("ListRights").WithSummary("Who may do what, and when");
    }

    private static Ok<RightList> List() => TypedResults.Ok(new RightList([.. Rights.All.Select(of => new RightBody(of.Name, of.Right.What, [.. of.Right.Roles.Select(Right.Words)]))]));
}

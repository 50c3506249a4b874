using Portfolio.Api.Access;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>What can be connected, for whoever sets a platform up.</summary>
internal static class AdapterEndpoints
{
    public static void MapAdapters(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/v1/adapters").WithTags("Platforms").Public("Which makes of portfolio the service can write to is no secret, and nothing that was set for one is in it.");
        open.MapGet("/", List).WithName("ListAdapters").WithSummary("The makes of portfolio that can be written to, and what must be set for each");
    }

    private static Ok<AdapterList> List(Adapters adapters) => TypedResults.Ok(new AdapterList([.. adapters.All.Select(Body)]));

    private static AdapterBody Body(IPortfolioAdapter adapter)
    {
        var of = adapter.Description;
        return new(
            of.Name, of.Title, of.Kinds, Code(of.Repeating), of.Limits.AtOnce, of.Limits.LargestBytes, adapter is IAuthorizingAdapter,
            AdapterSchema.Of(of.Settings, SettingOwner.Programme), AdapterSchema.Of(of.Settings, SettingOwner.Person));
    }

    private static string Code(Repeating repeating) => repeating switch
    {
        Repeating.SameId => "same-id",
        Repeating.ReadBack => "read-back",
        _ => "neither",
    };
}

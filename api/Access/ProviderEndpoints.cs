using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/programmes/{programmeId:guid}/sign-in/{provider}").Public("Whoever signs in is nobody yet.").WithMetadata(new AnswersWithPage())
            .ExcludeFromDescription().MapGet("/", Begin).WithName("BeginSignIn");

    private static Task Begin(Guid programmeId, string provider, HttpContext http, ProviderSignIns signIns, string? then = null) => signIns.Begin(http, programmeId, provider, then);
}

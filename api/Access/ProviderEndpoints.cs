using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/programmes/{programmeId:guid}/sign-in/{provider}").Public("Whoever signs in is nobody yet.").WithMetadata(new AnswersWithPage())
            .ExcludeFromDescription().MapGet("/", Begin).WithName("BeginSignIn");

    private static async Task Begin(Guid programmeId, string provider, HttpContext http, ProviderSignIns signIns, string? to = null)
    {
        if (await signIns.Begin(http, programmeId, provider, to) is { } problem)
            await PageManners.Write(http, problem);
    }
}

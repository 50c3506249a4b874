using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>Of one programme's platforms, whose pages may show ours. Told by the stage that knows of them.</summary>
internal delegate Task<IReadOnlyList<string>> WhoMayFrame(Guid programme, CancellationToken cancellation);

/// <summary>A page in a session of a frame may be shown there; every other page is shown in no frame at all.</summary>
internal static class FramedPages
{
    public static async Task Allow(HttpContext http, RequestDelegate next)
    {
        if (BrowserSessions.IsFramed(http) && PageManners.IsPage(http) && Actor.Of(http.User) is { } actor)
            http.MayBeFramedBy(await http.RequestServices.GetRequiredService<WhoMayFrame>()(actor.Programme, http.RequestAborted));
        await next(http);
    }
}

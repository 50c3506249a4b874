using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>Not signed in is 401; not yours is 404, word for word what an absent thing answers.</summary>
internal sealed class AccessAnswer(PortfolioDatabase database) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        // Endpoints that routing makes itself only say 405 or 415: nobody's data is behind them.
        if (result.Succeeded || http.GetEndpoint() is not (null or RouteEndpoint))
            await next(http);
        else if (result.Forbidden || http.GetEndpoint() is null)
            await Problems.NotFound.Write(http);
        else
            await AskToSignIn(http);
    }

    private async Task AskToSignIn(HttpContext http)
    {
        if (PageManners.IsPage(http) && HttpMethods.IsGet(http.Request.Method) && http.GetRouteValue("programmeId") is { } asked)
        {
            http.Response.Redirect($"/programmes/{Uri.EscapeDataString($"{asked}")}/sign-in?to={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
            return;
        }
        // Whoever brings a token has a way in already; whoever brings none is told whether there is one. A real programme and an absent one answer alike.
        if (http.Request.Headers.Authorization.Count == 0 && !await IsDemonstration(http))
        {
            await Problems.SignInNotConfigured.Because(
                "Signing in needs an OpenID Connect provider, and none is configured here. The verbs of `api/start` work without one, and a programme made with "
                + "`--demonstration` can be entered from this computer.").Write(http);
            return;
        }
        http.Response.Headers.WWWAuthenticate = "Bearer";
        await Problems.SignInNeeded.Write(http);
    }

    private async Task<bool> IsDemonstration(HttpContext http)
    {
        if (!Guid.TryParse(http.GetRouteValue("programmeId")?.ToString(), out var programme))
            return false;
        await using var work = await database.BeginWithoutProgramme(http.RequestAborted);
        return await work.Any("select 1 from programme where id = @programme and demonstration", new { programme });
    }
}

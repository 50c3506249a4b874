using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Portfolio.Api.Audit;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>Not signed in is 401; not yours is 404, word for word what an absent thing answers.</summary>
internal sealed class AccessAnswer(PublicAddress address) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        // Endpoints that routing makes itself only say 405 or 415: nobody's data is behind them.
        if (result.Succeeded || http.GetEndpoint() is not (null or RouteEndpoint))
            await next(http);
        else
            await Refuse(http, result);
    }

    private async Task Refuse(HttpContext http, PolicyAuthorizationResult result)
    {
        Deed.Current?.Refuse();
        if (result.Forbidden || http.GetEndpoint() is null)
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
        var problem = (await http.AuthenticateAsync(TokenSignIn.SchemeName)).Failure is SignInRefusedException refused ? refused.Problem : Problems.SignInNeeded;
        if (problem.Status == 401)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        // A programme that is there and one that is not answer alike.
        await (problem == Problems.SignInNeeded && Guid.TryParse(http.GetRouteValue("programmeId")?.ToString(), out var programme)
            ? problem.Because($"People sign in at {address.Base}programmes/{programme}/sign-in; programs send a token.")
            : problem).Write(http);
    }
}

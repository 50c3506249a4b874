using System.Net;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>
/// The demonstration's door: the peer is loopback, the host is named as such, nothing was forwarded and no public address is set.
/// A page elsewhere cannot reach it by a name that resolves to loopback, since the host would then be that name.
/// </summary>
internal sealed class AtThisComputer(PublicAddress address) : IEndpointFilter
{
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] Forwarding =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP", "X-Original-Host", "X-Original-For", "X-Original-Proto"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOpen(context.HttpContext) ? await next(context) : Problems.NotFound.ToResult();

    public bool IsOpen(HttpContext http) =>
        !address.IsSet
        && http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer)
        && Hosts.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !Forwarding.Any(http.Request.Headers.ContainsKey);
}

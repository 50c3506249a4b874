using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Audit;

/// <summary>
/// Every request is a deed. What it changes is written where it is committed; what it was shown or refused is noted before the answer leaves.
/// Endpoints that are open to all show nothing of anybody to a stranger, so of what strangers do there only changes are audited, and who was not let in.
/// </summary>
internal sealed partial class AuditRequests(RequestDelegate next, AuditTrail trail, AuditQueue queue, RefusalTally refusals, PortfolioDatabase database, TimeProvider clock)
{
    private const int LongestAction = 80;

    public async Task InvokeAsync(HttpContext http)
    {
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        // An identity provider's answer comes to no endpoint: the sign-in is audited all the same.
        var deed = new Deed(() => trail, changes, programme => Tell(http, programme));
        // What routing answers by itself (405, 415) is about nobody, and so is a path that leads nowhere.
        if (http.GetEndpoint() is RouteEndpoint endpoint)
            http.Response.OnStarting(() => Note(http, endpoint, deed));
        using (Deed.Do(deed))
            await next(http);
    }

    private async Task Note(HttpContext http, RouteEndpoint endpoint, Deed deed)
    {
        var status = http.Response.StatusCode;
        var open = endpoint.Metadata.GetMetadata<OpenToAll>() is not null;
        var refused = deed.IsRefused || status == 429 || (open && status is 401 or 403);
        var shown = !open || (deed.IsAsked && Actor.Of(http.User) is not null);
        var read = shown && !deed.IsWritten && status < 400;
        if ((Id(http, "programmeId") ?? Actor.Of(http.User)?.Programme ?? deed.Programme) is not { } programme || !(read || refused))
            return;
        var noted = deed.Tell(programme) with { Kind = refused ? AuditKind.Refused : AuditKind.Read, Status = status };
        // Whoever knocks at a programme that is not there fills nobody's audit.
        if (read || ((noted is not { Person: null, Platform: null } || await IsThere(programme, http.RequestAborted)) && refusals.Admits(noted)))
            await queue.Post(noted, http.RequestAborted);
    }

    private async Task<bool> IsThere(Guid programme, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        return await work.Any("select 1 from programme where id = @Programme", new { work.Programme });
    }

    private Noted Tell(HttpContext http, Guid programme)
    {
        // Somebody of another programme is a stranger here.
        var actor = Actor.Of(http.User) is { } known && known.Programme == programme ? known : null;
        return new Noted(programme, AuditKind.Change, ActionOf(http), clock.GetUtcNow())
        {
            Person = actor?.Person, Platform = actor?.Platform, AsRole = actor is null ? null : RolesOf(http),
            Subject = http.Features.Get<Concerned>()?.Of ?? SubjectOf(http),
            From = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress,
        };
    }

    /// <summary>What the path ends in: of a group's member the membership, of somebody's records the person.</summary>
    private static Thing? SubjectOf(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.Parameters.Select(parameter => parameter.Name)
            .LastOrDefault(name => name != "programmeId" && name.EndsWith("Id", StringComparison.Ordinal) && Id(http, name) is not null) is not { } last ? null
        : new Thing(last == "traineeId" ? "person" : JsonNamingPolicy.KebabCaseLower.ConvertName(last[..^2]), Id(http, last)!.Value);

    /// <summary>What of the actor's roles opened the door: <c>leader-that-day</c>.</summary>
    private static string? RolesOf(HttpContext http) => http.Features.Get<Granted>() is { } granted
        ? string.Join(", ", granted.Roles.Where(granted.Right.Roles.Contains).Order().Select(role => JsonNamingPolicy.KebabCaseLower.ConvertName($"{role}")))
        : null;

    /// <summary>The endpoint's name; of a page, its path.</summary>
    private static string ActionOf(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        var name = Unfit().Replace(endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName
            ?? "Page " + ((endpoint as RouteEndpoint)?.RoutePattern.RawText ?? http.Request.Path.Value), "-");
        return name.Length > LongestAction ? name[..LongestAction] : name;
    }

    private static Guid? Id(HttpContext http, string name) => Guid.TryParse(http.GetRouteValue(name)?.ToString(), out var id) ? id : null;

    [GeneratedRegex("[^A-Za-z0-9 -]")]
    private static partial Regex Unfit();
}

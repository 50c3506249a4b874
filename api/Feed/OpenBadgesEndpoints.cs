using System.Globalization;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>Open Badges 3.0, to be pulled (Service Provider, Read): a platform that speaks it needs nothing made for this service.</summary>
internal static class OpenBadgesEndpoints
{
    private const int Most = 200, Usual = 50;

    private const string Shown = "A platform shows the token that one trainee's permission gave it; what that reaches is looked up with each request.";

    public static void MapOpenBadges(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup(StatusInfo.Path).WithTags("Open Badges").Public(Shown).WithMetadata(new GoesWrongOnDemand());
        own.MapGet("/credentials", Credentials).WithName("ListCredentials").WithSummary("A trainee's records, as they were signed").Answers<OpenBadgesCredentials>().Refuses(400, 401, 403);
        own.MapGet("/profile", Profile).WithName("ReadProfile").WithSummary("Who the trainee is").Answers<OpenBadgesProfile>().Refuses(401, 403);

        // Whoever takes a programme's address for the base finds everything below it.
        var below = routes.MapGroup("/programmes/{programmeId:guid}" + StatusInfo.Path).WithTags("Open Badges").Public(Shown).WithMetadata(new GoesWrongOnDemand());
        below.MapGet("/credentials", Credentials).WithName("ListCredentialsOfProgramme").ExcludeFromDescription();
        below.MapGet("/profile", Profile).WithName("ReadProfileOfProgramme").ExcludeFromDescription();

        var open = routes.MapGroup("").WithTags("Open Badges").Public("Platforms find out here how to register and to ask; it is the same for all.");
        open.MapGet("/programmes/{programmeId:guid}" + StatusInfo.Path + "/discovery", Discover).WithName("DiscoverOpenBadges").WithSummary("What of Open Badges a programme offers, and where")
            .Answers<OpenBadgesDiscovery>().Refuses(404);
        open.MapGet(StatusInfo.Path + "/discovery", DiscoverOnly).WithName("DiscoverOnlyOpenBadges")
            .WithSummary("The same of the one programme that is here; where there are several, each has its own address").Answers<OpenBadgesDiscovery>().Refuses(404);
        routes.MapRegistrations();
    }

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint) => endpoint.Produces<T>();

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        statuses.Aggregate(endpoint, (of, status) => of.Produces<OpenBadgesRefusal>(status));

    private static async Task<IResult> Credentials(
        HttpContext http, PortfolioDatabase database, PersonKeys keys, AuthorizationAddresses addresses, CancellationToken cancellation,
        string? limit = null, string? offset = null, string? since = null)
    {
        if (WhyNot(http, Scopes.Credentials, out var actor) is { } refused)
            return Refuse(http, refused);
        if (WhyNot(limit, offset, since, out var page) is { } wrong)
            return Refuse(http, Problems.InvalidRequest.At(wrong));
        await using var work = await database.Begin(actor.Programme, cancellation);
        var (jwts, total) = await OpenBadgesRecords.Page(work, keys, actor.Permission!.Connection, page.Since, page.Limit, page.Offset);
        http.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.Link = Links(addresses.Issuer + http.Request.Path, page, since, total);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(new OpenBadgesCredentials([], jwts));
    }

    private static async Task<IResult> Profile(HttpContext http, PortfolioDatabase database, PersonKeys keys, PersonStore people, CancellationToken cancellation)
    {
        if (WhyNot(http, Scopes.Profile, out var actor) is { } refused)
            return Refuse(http, refused);
        await using var work = await database.Begin(actor.Programme, cancellation);
        if (await OpenBadgesRecords.Holder(work, keys, actor.Permission!.Connection) is not { } holder || await people.Find(work, holder.Person) is not { } person)
            return Refuse(http, Problems.SignInNeeded);
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(new OpenBadgesProfile(
            ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"], $"urn:uuid:{person.Id:D}", ["Profile"], person.Identity.Name));
    }

    private static async Task<IResult> Discover(Guid programmeId, HttpContext http, PortfolioDatabase database, AuthorizationAddresses addresses, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return await ProgrammeStore.Find(work, programmeId) is { } programme ? TypedResults.Ok(OpenBadgesDescription.Of(programme, addresses)) : Refuse(http, Problems.NotFound);
    }

    private static async Task<IResult> DiscoverOnly(HttpContext http, PortfolioDatabase database, AuthorizationAddresses addresses, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        // Which programmes there are is not told to anybody who asks.
        return await ProgrammeStore.All(work) is [var only] ? TypedResults.Ok(OpenBadgesDescription.Of(only, addresses))
            : Refuse(http, Problems.NotFound.Because($"Ask the programme for its own address, such as {addresses.Issuer}/programmes/0198a000-0000-7000-8000-000000000001."));
    }

    private static Problem? WhyNot(HttpContext http, string scope, out Actor actor)
    {
        actor = Actor.Of(http.User)!;
        return actor is null ? Problems.SignInNeeded
            : actor.Permission is not { } permission || !Scopes.Has(permission.Scope, scope) ? Problems.ScopeMissing.Because($"It is {scope}: ask the trainee for it.")
            : http.GetRouteValue("programmeId") is { } named && !(Guid.TryParse($"{named}", out var id) && id == actor.Programme) ? Problems.NotFound
            : null;
    }

    private sealed record Page(int Limit, int Offset, DateTimeOffset? Since);

    private static FieldError? WhyNot(string? limit, string? offset, string? since, out Page page)
    {
        page = new(Usual, 0, null);
        if (limit is not null && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most >= 1 && Set(ref page, page with { Limit = Math.Min(most, Most) })))
            return new("limit", "Write a whole number from 1; at most 200 come at once.");
        if (offset is not null && !(int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var over) && Set(ref page, page with { Offset = over })))
            return new("offset", "Write a whole number from 0.");
        if (since is not null && !(since.Length is >= 20 and <= 40 && DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && Set(ref page, page with { Since = from })))
            return new("since", "Write a time with its offset, such as 2025-06-02T12:00:00Z.");
        return null;
    }

    private static bool Set(ref Page page, Page to)
    {
        page = to;
        return true;
    }

    private static string Links(string address, Page page, string? since, int total)
    {
        var last = total == 0 ? 0 : (total - 1) / page.Limit * page.Limit;
        List<(string Rel, long Offset)> pages = [("first", 0), ("last", last)];
        if ((long)page.Offset + page.Limit < total)
            pages.Insert(0, ("next", page.Offset + page.Limit));
        if (page.Offset > 0)
            pages.Add(("prev", Math.Max(0, Math.Min(page.Offset, total) - page.Limit)));
        var rest = since is null ? "" : "&since=" + Uri.EscapeDataString(since);
        return string.Join(", ", pages.Select(to => $"<{address}?limit={page.Limit}&offset={to.Offset}{rest}>; rel=\"{to.Rel}\""));
    }

    private static JsonHttpResult<OpenBadgesRefusal> Refuse(HttpContext http, Problem problem)
    {
        if (problem.Status == 401)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Json(StatusInfo.Of(problem), Json.Options, statusCode: problem.Status);
    }
}

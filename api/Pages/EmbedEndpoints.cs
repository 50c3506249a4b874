using Portfolio.Api.Access;
using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.Feed;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One trainee's year inside somebody else's page: a platform's server asks for a token, and its page shows the element, the picture, or an oEmbed answer.</summary>
internal static class EmbedEndpoints
{
    public const string ProgressAt = "embed/progress", PicturesAt = "embed/pictures/", PictureEnd = ".svg";

    public static void MapEmbeds(this IEndpointRouteBuilder routes)
    {
        var platforms = routes.MapGroup("/v1/programmes/{programmeId:guid}/trainees/{pairwiseId:guid}/embed-tokens").WithTags("Embeds")
            .May(Rights.EmbedProgress, new PermittedTraineeInPath("pairwiseId"));
        platforms.MapPost("/", Issue).WithName("IssueEmbedToken").WithSummary("What a page needs to show this trainee's year, for ten minutes")
            .WithDescription("The trainee permits it as `progress`, and how this platform knows them stands in its feed as `trainee` and in a token as `sub`. Ask from the platform's server, and hand the answer to the page.")
            .Refuses(Problems.ProgressNotPermitted);

        var pages = routes.MapGroup("/").WithTags("Embeds").Public("An embed token or a picture's address is enough: whoever was handed one sees the one year it is for, while the trainee permits it.")
            .AddEndpointFilter(AnyOrigin);
        pages.MapGet("/" + ProgressAt, Read).WithName("ReadEmbeddedProgress").WithSummary("The year behind an embed token, for the element to draw")
            .WithDescription("The token stands in `Authorization: Bearer`. Pages of every origin may ask; no cookie is looked at.").Refuses(Problems.EmbedTokenOver, Problems.EmbedEnded);
        pages.MapGet("/" + PicturesAt + "{picture}" + PictureEnd, Picture).WithName("ReadEmbeddedPicture").WithSummary("The same year as a picture, light or dark as its reader's screen is")
            .Produces<byte[]>(200, "image/svg+xml").Refuses(Problems.NotFound);
        pages.MapGet("/oembed", Tell).WithName("ReadOEmbed").WithSummary("What oEmbed 1.0 tells of such a picture").Refuses(Problems.NotFound, Problems.JsonOnly);
        pages.MapMethods("/" + ProgressAt, ["OPTIONS"], Allow).ExcludeFromDescription();
    }

    private static async Task<Results<Ok<EmbedToken>, Refused>> Issue(
        Guid programmeId, Guid pairwiseId, HttpContext http, PortfolioDatabase database, MasterKey master, PublicAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await EmbedTokens.Live(work, http.Actor().Platform!.Value, pairwiseId) is not { ShowsProgress: true } embedding)
            return Problems.ProgressNotPermitted.ToResult();
        http.Features.Set(new Concerned(new("person", embedding.Person)));
        var now = clock.GetUtcNow();
        var claim = new EmbedClaim(programmeId, embedding.Connection, now + EmbedTokens.Lasts);
        var picture = new Uri(address.Base, PicturesAt + EmbedTokens.Make(master, EmbedUse.Picture, claim) + PictureEnd).ToString();
        return TypedResults.Ok(new EmbedToken(
            EmbedTokens.Make(master, EmbedUse.Token, claim), (int)EmbedTokens.Lasts.TotalSeconds, new Uri(address.Base, ProgressAt).ToString(), picture,
            EmbeddedPicture.Alternative(await EmbeddedYear.Of(work, embedding, now, claim.Until)), new Uri(address.Base, "oembed?url=" + Uri.EscapeDataString(picture)).ToString(),
            new Uri(address.Base, Element.Kept).ToString(), Element.Integrity));
    }

    private static async Task<Results<Ok<EmbeddedProgress>, Refused>> Read(HttpContext http, PortfolioDatabase database, MasterKey master, TimeProvider clock, CancellationToken cancellation)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : "";
        var year = await Shown(http, database, EmbedTokens.Read(master, EmbedUse.Token, token), clock.GetUtcNow(), cancellation);
        if (!year.Refused(out var problem, out var progress))
            return TypedResults.Ok(progress);
        if (problem.Status == 401)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return problem.ToResult();
    }

    private static async Task<IResult> Picture(
        string picture, HttpContext http, PortfolioDatabase database, MasterKey master, PublicAddress address, TimeProvider clock, CancellationToken cancellation)
    {
        var year = await Shown(http, database, EmbedTokens.Read(master, EmbedUse.Picture, picture), clock.GetUtcNow(), cancellation);
        // An address opens or does not: why not is between the platform's server and us.
        if (year.Refused(out _, out var progress))
            return Problems.NotFound.ToResult();
        http.Response.Headers.ContentSecurityPolicy = EmbeddedPicture.Policy;
        http.Response.Headers.Link = $"<{new Uri(address.Base, "oembed?url=" + Uri.EscapeDataString(new Uri(address.Base, PicturesAt + picture + PictureEnd).ToString()))}>; rel=\"alternate\"; type=\"application/json+oembed\"";
        return TypedResults.Bytes(EmbeddedPicture.Draw(progress).Svg, "image/svg+xml");
    }

    private static async Task<Results<Ok<OEmbedPhoto>, Refused>> Tell(
        HttpContext http, PortfolioDatabase database, MasterKey master, PublicAddress address, TimeProvider clock, CancellationToken cancellation,
        string? url = null, string? format = null, string? maxwidth = null, string? maxheight = null)
    {
        if (format is not (null or "json"))
            return Problems.JsonOnly.ToResult();
        var pictures = new Uri(address.Base, PicturesAt).ToString();
        if (url is null || !url.StartsWith(pictures, StringComparison.Ordinal) || !url.EndsWith(PictureEnd, StringComparison.Ordinal) || url.Length < pictures.Length + PictureEnd.Length)
            return Problems.NotFound.ToResult();
        var now = clock.GetUtcNow();
        var year = await Shown(http, database, EmbedTokens.Read(master, EmbedUse.Picture, url[pictures.Length..^PictureEnd.Length]), now, cancellation);
        if (year.Refused(out _, out var progress))
            return Problems.NotFound.ToResult();
        var (width, height) = EmbeddedPicture.Draw(progress).Within(maxwidth, maxheight);
        return TypedResults.Ok(new OEmbedPhoto(
            "photo", "1.0", EmbeddedPicture.Alternative(progress), url, width, height, "Portfolio", address.Base.ToString(), (int)(progress.Until - now).TotalSeconds));
    }

    /// <summary>The year that a claim opens. Who looks is the platform that it was made for, and whom it is about stands in the audit beside it.</summary>
    private static async Task<Answer<EmbeddedProgress>> Shown(HttpContext http, PortfolioDatabase database, EmbedClaim? claim, DateTimeOffset now, CancellationToken cancellation)
    {
        if (claim is null || now >= claim.Until)
            return Problems.EmbedTokenOver;
        await using var work = await database.Begin(claim.Programme, cancellation);
        if (await EmbedTokens.Live(work, claim.Connection) is not { ShowsProgress: true } embedding)
            return Problems.EmbedEnded;
        http.User = new Actor(claim.Programme, null, embedding.Platform).ToPrincipal("Embed");
        http.Features.Set(new Concerned(new("person", embedding.Person)));
        return await EmbeddedYear.Of(work, embedding, now, claim.Until);
    }

    // Nothing here hangs on who the browser is, so any page may read it: what opens it is the token alone.
    private static ValueTask<object?> AnyOrigin(EndpointFilterInvocationContext asked, EndpointFilterDelegate next)
    {
        var headers = asked.HttpContext.Response.Headers;
        (headers.AccessControlAllowOrigin, headers["Cross-Origin-Resource-Policy"]) = ("*", "cross-origin");
        return next(asked);
    }

    private static NoContent Allow(HttpContext http)
    {
        var headers = http.Response.Headers;
        (headers.AccessControlAllowMethods, headers.AccessControlAllowHeaders, headers.AccessControlMaxAge) = ("GET", "authorization", "7200");
        return TypedResults.NoContent();
    }
}

using System.Globalization;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Sending links, seeing what was done with them, ending them; and coming in by one.</summary>
internal static class RegisterLinkEndpoints
{
    private const string Programme = "/v1/programmes/{programmeId:guid}";

    public static void MapRegisterLinks(this IEndpointRouteBuilder routes)
    {
        const string OfSession = Programme + "/sessions/{sessionId:guid}/links";
        var tutors = routes.MapGroup(OfSession).WithTags("Links").May(Rights.SendLink, new SessionInPath("sessionId"));
        tutors.MapPost("/", Send).WithName("SendLink").WithSummary("Send a leader a link to this register")
            .Refuses(Problems.NotFound, Problems.IdTaken, Problems.Conflict, Problems.LeaderWithoutMandate, Problems.AddressMissing, Problems.LinksSwitchedOff, Problems.NothingRealUnsigned);
        var leaders = routes.MapGroup(OfSession).WithTags("Links").May(Rights.KeepLinks, new SessionInPath("sessionId"));
        leaders.MapGet("/", List).WithName("ListLinks").WithSummary("The links to this register, and all that was done with them");
        leaders.MapPost("/{linkId:guid}/end", End).WithName("EndLink").WithSummary("End a link, and whoever is in by it");

        var settings = routes.MapGroup(Programme + "/settings/leader-links").WithTags("Links").May(Rights.Set, new WholeProgramme());
        settings.MapGet("/", ReadSetting).WithName("ReadLeaderLinks").WithSummary("Whether leaders may come in by a link");
        settings.MapPut("/", Switch).WithName("SwitchLeaderLinks").WithSummary("Let leaders in by a link, or end them all");

        var anybody = routes.MapGroup("/v1/links").WithTags("Links").Public("Whoever comes by a link has no account: the link and the code are what they show.");
        anybody.MapPost("/codes", SendCode).WithName("SendLinkCode").WithSummary("Send the code to the leader's address on record").Refuses(Problems.NotFound, Problems.CodeTooSoon);
        anybody.MapPost("/tokens", Open).WithName("OpenLink").WithSummary("Open the register by the code, or on a device that is remembered")
            .Refuses(Problems.NotFound, Problems.CodeWrong, Problems.CodeOver);
    }

    private static async Task<Results<Created<LinkBody>, Ok<LinkBody>, Refused>> Send(
        Guid programmeId, Guid sessionId, NewLink body, HttpContext http, PortfolioDatabase database, RegisterLinks links, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return Problems.NotFound.ToResult();
        if ((await links.Send(work, session, body, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var link = (await Bodies(work, sessionId)).Single(link => link.Id == creation.Id);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{link.Id}", link);
    }

    private static async Task<Ok<LinkList>> List(Guid programmeId, Guid sessionId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new LinkList(await Bodies(work, sessionId)));
    }

    private static async Task<Results<Ok<LinkBody>, Refused>> End(
        Guid programmeId, Guid sessionId, Guid linkId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await Bodies(work, sessionId)).All(link => link.Id != linkId))
            return Problems.NotFound.ToResult();
        await RegisterLinkStore.End(work, linkId, RegisterLink.Revoked, http.Person(), clock.GetUtcNow());
        var ended = (await Bodies(work, sessionId)).Single(link => link.Id == linkId);
        await work.Commit();
        return TypedResults.Ok(ended);
    }

    private static async Task<Ok<LeaderLinks>> ReadSetting(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new LeaderLinks(await LinkSettings.On(work)));
    }

    private static async Task<Ok<LeaderLinks>> Switch(
        Guid programmeId, LeaderLinks body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await LinkSettings.Set(work, body.On, http.Person(), clock.GetUtcNow());
        await work.Commit();
        return TypedResults.Ok(body);
    }

    private static async Task<Results<Ok<LinkCodeBody>, Refused>> SendCode(
        NewLinkCode body, HttpContext http, RegisterLinks links, PortfolioDatabase database, CancellationToken cancellation)
    {
        if (!(await links.SendCode(database, body.Link, cancellation)).Refused(out var problem, out var sent))
            return TypedResults.Ok(sent);
        if (problem.Wait is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return problem.ToResult();
    }

    private static async Task<Results<Ok<LinkOpened>, Refused>> Open(LinkOpening body, RegisterLinks links, PortfolioDatabase database, CancellationToken cancellation) =>
        (await links.Open(database, body, cancellation)).Refused(out var problem, out var opened) ? problem.ToResult() : TypedResults.Ok(opened);

    private static async Task<IReadOnlyList<LinkBody>> Bodies(Work work, Guid session)
    {
        var uses = await RegisterLinkUses.Of(work, session);
        return [.. (await RegisterLinkStore.Of(work, session)).Select(link => new LinkBody(link.Id, link.PersonId, link.MadeAt, link.UntilOn,
            [.. uses[link.Id].Select(use => new LinkUseBody(use.What, use.UsedAt, use.ByPerson))], link.EndedAt, link.EndedFor))];
    }
}

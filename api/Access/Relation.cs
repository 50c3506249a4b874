using Microsoft.AspNetCore.Authorization;
using Portfolio.Api.Database;

namespace Portfolio.Api.Access;

/// <summary>What must hold between the actor and what the URL names. Each stage defines those it owns; they are looked up on every request.</summary>
internal abstract class Relation : IAuthorizationRequirement
{
    /// <summary>Who that is, in the words of the description: "a tutor of the programme".</summary>
    public virtual string Who => "";

    /// <param name="asked">The actor, the ids in the URL and the time.</param>
    /// <param name="work">The programme's own transaction.</param>
    public abstract Task<bool> Holds(Asked asked, Work work);
}

internal sealed record Asked(Actor Actor, RouteValueDictionary Route, DateTimeOffset Now)
{
    /// <summary>An id in the URL. A missing one throws, because silence would let somebody in.</summary>
    public Guid Id(string name) => Route.TryGetValue(name, out var value) && Guid.TryParse(value?.ToString(), out var id)
        ? id
        : throw new InvalidOperationException($"A policy asks for {name}, which its path does not have.");
}

/// <summary>Checks every relation of an endpoint, after making sure that the URL's programme is the actor's.</summary>
internal sealed class RelationCheck(PortfolioDatabase database, TimeProvider clock) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        var relations = context.PendingRequirements.OfType<Relation>().ToArray();
        if (relations.Length == 0 || context.Resource is not HttpContext http || Actor.Of(context.User) is not { } actor)
            return;
        var asked = new Asked(actor, http.GetRouteData().Values, clock.GetUtcNow());
        if (asked.Id("programmeId") != actor.Programme)
            return;
        await using var work = await database.Begin(actor.Programme, http.RequestAborted);
        foreach (var relation in relations)
            if (await relation.Holds(asked, work))
                context.Succeed(relation);
    }
}

internal static class RelationPolicy
{
    /// <summary>Policy belongs on a group, so that an endpoint in it cannot forget it.</summary>
    public static RouteGroupBuilder Require(this RouteGroupBuilder group, Relation relation) =>
        group.RequireAuthorization(policy => policy.AddAuthenticationSchemes(TokenSignIn.SchemeName).AddRequirements(relation));

    /// <summary>For everybody, and why: the reason stands in the endpoint's metadata, where a test reads it.</summary>
    public static RouteGroupBuilder Public(this RouteGroupBuilder group, string why) =>
        group.AllowAnonymous().WithMetadata(new OpenToAll(why));
}

internal sealed record OpenToAll(string Why);

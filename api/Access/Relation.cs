using Microsoft.AspNetCore.Authorization;
using Portfolio.Api.Database;

namespace Portfolio.Api.Access;

/// <summary>What an endpoint is asked about, as its URL names it. The stage that owns the thing says who somebody is to it.</summary>
internal abstract class Subject
{
    /// <summary>What the actor is to it today; nothing where it is absent, somebody else's programme's, or no concern of theirs.</summary>
    /// <param name="asked">The actor, the ids in the URL and the time.</param>
    /// <param name="work">The programme's own transaction.</param>
    public abstract Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work);
}

/// <summary>A line of the table of rights, held against what the URL names.</summary>
internal sealed record Relation(Right Right, Subject Subject) : IAuthorizationRequirement;

internal sealed record Asked(Actor Actor, RouteValueDictionary Route, DateTimeOffset Now)
{
    /// <summary>An id in the URL. A missing one throws, because silence would let somebody in.</summary>
    public Guid Id(string name) => Route.TryGetValue(name, out var value) && Guid.TryParse(value?.ToString(), out var id)
        ? id
        : throw new InvalidOperationException($"A policy asks for {name}, which its path does not have.");

    public bool Has(string name, Guid id) => Route.TryGetValue(name, out var value) && Guid.TryParse(value?.ToString(), out var named) && named == id;
}

/// <summary>Which right let this request in, and in which roles.</summary>
internal sealed record Granted(Right Right, IReadOnlySet<Role> Roles)
{
    /// <summary>Whether the same roles would open that too.</summary>
    public bool Also(Right right) => right.Allows(Roles);
}

/// <summary>Checks the relations of an endpoint, after making sure that the URL's programme is the actor's.</summary>
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
        // What one trainee permitted opens nothing of the table: the endpoints for it ask for the permission itself.
        if (actor.Permission is not null)
            return;
        // Whoever came by a link is at that one session, and nowhere else.
        if (actor.Session is { } only && !asked.Has("sessionId", only))
            return;
        await using var work = await database.Begin(actor.Programme, http.RequestAborted);
        foreach (var relation in relations)
        {
            var roles = await relation.Subject.RolesOf(asked, work);
            if (!relation.Right.Allows(roles))
                continue;
            http.Features.Set(new Granted(relation.Right, roles));
            context.Succeed(relation);
        }
    }
}

internal static class RelationPolicy
{
    /// <summary>Policy belongs on a group, or on a page, so that an endpoint in it cannot forget it.</summary>
    public static TBuilder May<TBuilder>(this TBuilder group, Right right, Subject subject)
        where TBuilder : IEndpointConventionBuilder =>
        group.RequireAuthorization(policy => policy.AddAuthenticationSchemes(TokenSignIn.SchemeName).AddRequirements(new Relation(right, subject)));

    /// <summary>For everybody, and why: the reason stands in the endpoint's metadata, where a test reads it.</summary>
    public static TBuilder Public<TBuilder>(this TBuilder group, string why)
        where TBuilder : IEndpointConventionBuilder =>
        group.AllowAnonymous().WithMetadata(new OpenToAll(why));

    /// <summary>What let this request in.</summary>
    public static Granted Granted(this HttpContext http) =>
        http.Features.Get<Granted>() ?? throw new InvalidOperationException("An endpoint without a policy asked who may.");
}

internal sealed record OpenToAll(string Why);

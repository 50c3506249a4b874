using System.Security.Claims;

namespace Portfolio.Api.Access;

/// <summary>Who asks: a person or a platform, of one programme. What they may do is looked up, never carried.</summary>
/// <param name="Session">The one session that the token reaches, where it came by a leader's link.</param>
/// <param name="Permission">The one trainee's permission that a platform's token reaches; nothing for one that reaches the platform's feed.</param>
internal sealed record Actor(Guid Programme, Guid? Person, Guid? Platform, Guid? Session = null, Permission? Permission = null)
{
    public static Actor? Of(ClaimsPrincipal user) =>
        user.FindFirstValue("programme") is { } programme
            ? new Actor(Guid.Parse(programme), Read(user, "person"), Read(user, "platform"), Read(user, "session"),
                Read(user, "connection") is { } connection ? new(connection, user.FindFirstValue("scope") ?? "") : null)
            : null;

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        List<Claim> claims = [new("programme", $"{Programme:D}")];
        if (Person is { } person)
            claims.Add(new("person", $"{person:D}"));
        if (Platform is { } platform)
            claims.Add(new("platform", $"{platform:D}"));
        if (Session is { } session)
            claims.Add(new("session", $"{session:D}"));
        if (Permission is { } permission)
            claims.AddRange([new("connection", $"{permission.Connection:D}"), new("scope", permission.Scope)]);
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    private static Guid? Read(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}

/// <summary>What a trainee permitted a platform, and what of it a token is good for.</summary>
/// <param name="Scope">As OAuth has it: words with spaces between.</param>
internal sealed record Permission(Guid Connection, string Scope);

internal static class ActorOfRequest
{
    /// <summary>The actor behind a request that a policy has let through.</summary>
    public static Actor Actor(this HttpContext http) =>
        Access.Actor.Of(http.User) ?? throw new InvalidOperationException("An endpoint without a policy asked who is there.");

    /// <summary>The person behind a request whose policy lets only people through.</summary>
    public static Guid Person(this HttpContext http) =>
        http.Actor().Person ?? throw new InvalidOperationException("An endpoint for people was reached by a platform.");
}

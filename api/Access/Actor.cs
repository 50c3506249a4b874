using System.Security.Claims;

namespace Portfolio.Api.Access;

/// <summary>Who asks: a person or a platform, of one programme. What they may do is looked up, never carried.</summary>
/// <param name="Session">The one session that the token reaches, where it came by a leader's link.</param>
internal sealed record Actor(Guid Programme, Guid? Person, Guid? Platform, Guid? Session = null)
{
    public static Actor? Of(ClaimsPrincipal user) =>
        user.FindFirstValue("programme") is { } programme
            ? new Actor(Guid.Parse(programme), Read(user, "person"), Read(user, "platform"), Read(user, "session"))
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
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    private static Guid? Read(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}

internal static class ActorOfRequest
{
    /// <summary>The actor behind a request that a policy has let through.</summary>
    public static Actor Actor(this HttpContext http) =>
        Access.Actor.Of(http.User) ?? throw new InvalidOperationException("An endpoint without a policy asked who is there.");

    /// <summary>The person behind a request whose policy lets only people through.</summary>
    public static Guid Person(this HttpContext http) =>
        http.Actor().Person ?? throw new InvalidOperationException("An endpoint for people was reached by a platform.");
}

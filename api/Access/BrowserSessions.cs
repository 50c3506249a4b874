using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>A browser's session: an access token in a cookie that no script reads. It ends after an hour of nothing, after twelve hours, and with its sign-in.</summary>
internal sealed class BrowserSessions(PortfolioDatabase database, TimeProvider clock)
{
    /// <summary>No other name of the domain can set a cookie of this name. Browsers take it over plain http from this computer too.</summary>
    public const string CookieName = "__Host-portfolio";

    /// <summary>The same inside another site's page: a cookie of its own, which a window never shows for one.</summary>
    public const string FrameCookieName = "__Host-portfolio-frame";

    public static readonly TimeSpan Longest = TimeSpan.FromHours(12), Idle = TimeSpan.FromMinutes(60), Recent = TimeSpan.FromMinutes(10);

    // Moved on once a minute, not with every request.
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>For whoever has just shown who they are: a new token, and whatever session this browser had is over. Part of the caller's transaction.</summary>
    /// <param name="signIn">The sign-in that was shown, with which the session ends; none in a demonstration.</param>
    public async Task Open(HttpContext http, Work work, Guid person, Guid? signIn)
    {
        var now = clock.GetUtcNow();
        await Carry(http, work, await AccessTokens.Issue(work, new Actor(work.Programme, person, null), now + Longest, now, signIn, idleUntil: now + Idle));
    }

    /// <summary>A token that was just issued becomes this browser's, and whatever session it had is over. Part of the caller's transaction.</summary>
    public static async Task Carry(HttpContext http, Work work, string token)
    {
        await Forget(http, work);
        http.Response.Cookies.Append(Frames.Asks(http) ? FrameCookieName : CookieName, token, Frames.Asks(http) ? Frames.Cookie() : Cookie());
        FormTokens.Renew(http);
    }

    /// <summary>Signing out: the token is gone, not only the cookie. Part of the caller's transaction.</summary>
    public static async Task Close(HttpContext http, Work work)
    {
        await Forget(http, work);
        if (IsFramed(http))
            http.Response.Cookies.Delete(FrameCookieName, Frames.Cookie());
        else
            http.Response.Cookies.Delete(CookieName, Cookie());
        FormTokens.Renew(http);
    }

    /// <summary>Everything that was opened by this sign-in is over.</summary>
    public static Task End(Work work, Guid signIn) =>
        work.Run("delete from access_token where programme_id = @Programme and sign_in_id = @signIn", new { work.Programme, signIn });

    /// <summary>Whether whoever asks has shown who they are within the last minutes, as changing the ways in needs. A platform's word for it is not enough.</summary>
    public async Task<bool> IsRecent(HttpContext http, Work work) =>
        AccessTokens.TryRead(TokenOf(http), out _, out var hash) && await work.Any("""
            select 1 from access_token t where t.programme_id = @Programme and t.hash = @hash and t.issued_at > @since
              and not exists (select 1 from sign_in s where s.programme_id = t.programme_id and s.id = t.sign_in_id and s.kind = 'platform')
            """, new { work.Programme, hash, since = clock.GetUtcNow() - Recent });

    /// <summary>The cookie stands for the header that a program sends; a request that has both is a program's.</summary>
    public async Task Read(HttpContext http, RequestDelegate next)
    {
        var (cookie, framed) = CookieOf(http);
        if (http.Request.Headers.Authorization.Count == 0 && cookie is not null && AccessTokens.TryRead(cookie, out var programme, out var hash))
        {
            http.Request.Headers.Authorization = "Bearer " + cookie;
            http.Items[CookieName] = hash;
            http.Items[FrameCookieName] = framed;
            await Touch(programme, hash, http.RequestAborted);
        }
        await next(http);
    }

    /// <summary>The hash of the token that came by cookie; nothing for a program.</summary>
    public static byte[]? Of(HttpContext http) => http.Items[CookieName] as byte[];

    /// <summary>Whether the session is one inside another site's page.</summary>
    public static bool IsFramed(HttpContext http) => http.Items[FrameCookieName] is true;

    // Some browsers send a frame's cookie with a window too: there it is nobody's.
    private static (string? Cookie, bool Framed) CookieOf(HttpContext http)
    {
        var (own, framed) = (http.Request.Cookies[CookieName], Frames.AsksForWindow(http) ? null : http.Request.Cookies[FrameCookieName]);
        return framed is not null && (own is null || Frames.Asks(http)) ? (framed, true) : (own, false);
    }

    private static CookieOptions Cookie() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    private static string TokenOf(HttpContext http) => http.Request.Headers.Authorization.ToString() is { Length: > 7 } header ? header["Bearer ".Length..].Trim() : "";

    private static async Task Forget(HttpContext http, Work work)
    {
        if (Of(http) is { } hash)
            await work.Run("delete from access_token where programme_id = @Programme and hash = @hash", new { work.Programme, hash });
        http.Items.Remove(CookieName);
    }

    private async Task Touch(Guid programme, byte[] hash, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await database.Begin(programme, cancellation);
        if (await work.Run("""
            update access_token set idle_until = @later where programme_id = @programme and hash = @hash and idle_until > @now and idle_until < @soon
            """, new { programme, hash, now, later = now + Idle, soon = now + Idle - Grain }) > 0)
            await work.Commit();
    }
}

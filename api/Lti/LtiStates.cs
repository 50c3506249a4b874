using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.Lti;

/// <summary>What goes to the platform and comes back: sealed, for ten minutes, and where the browser keeps a cookie of ours, good in that browser alone.</summary>
/// <param name="Registration">The platform that was asked.</param>
/// <param name="Nonce">What its token has to say.</param>
/// <param name="Browser">Hash of what the browser's cookie holds.</param>
/// <param name="Until">The last second, in Unix time.</param>
internal sealed record LtiState(Guid Programme, Guid Registration, string Nonce, string Browser, long Until);

internal sealed class LtiStates(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Longest = 2000;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("lti-state");

    public (string Text, string Nonce) Make(HttpContext http, Guid programme, Guid registration)
    {
        var (nonce, browser) = (Random(), Random());
        var state = new LtiState(programme, registration, nonce, Hash(browser), (clock.GetUtcNow() + Lasts).ToUnixTimeSeconds());
        // One cookie for each try: two frames of one page begin at the same moment.
        http.Response.Cookies.Append(CookieOf(nonce), browser, Frames.Cookie(Lasts));
        return (protector.Protect(JsonSerializer.Serialize(state, Json.Options)), nonce);
    }

    /// <returns>The state, or a code of what is wrong with it.</returns>
    public (LtiState? State, string? Fault) Read(HttpContext http, Guid programme, string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || Open(text) is not { } state || state.Programme != programme)
            return (null, "state-unknown");
        if (clock.GetUtcNow().ToUnixTimeSeconds() > state.Until)
            return (null, "state-expired");
        var cookie = http.Request.Cookies[CookieOf(state.Nonce)];
        http.Response.Cookies.Delete(CookieOf(state.Nonce), Frames.Cookie());
        return cookie is not null && Hash(cookie) != state.Browser ? (null, "state-of-another-browser")
            // A window always keeps a cookie of ours; only in a frame can a browser hold it back, and then it will hold back a session too.
            : cookie is null && !Frames.Asks(http) ? (null, "state-without-browser")
            : (state, null);
    }

    /// <returns>False where a message with this nonce was taken before.</returns>
    public static async Task<bool> Take(Work work, LtiState state, DateTimeOffset now)
    {
        const string Sql = "insert into lti_nonce (programme_id, hash, expires_at) values (@Programme, @hash, @until) on conflict do nothing";
        await work.Run("delete from lti_nonce where programme_id = @Programme and expires_at < @now", new { work.Programme, now });
        return await work.Run(Sql, new { work.Programme, hash = SHA256.HashData(Encoding.UTF8.GetBytes(state.Nonce)), until = DateTimeOffset.FromUnixTimeSeconds(state.Until) + Lasts }) == 1;
    }

    private LtiState? Open(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<LtiState>(protector.Unprotect(text), Json.Options);
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private static string CookieOf(string nonce) => "__Host-portfolio-lti-" + nonce[..8];

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

using System.Globalization;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>Looks through what the host holds of the trainee, page by page, where the trainee let us.</summary>
internal static class ReadBack
{
    private const int MostPages = 50;

    /// <summary>Whether any is as asked for, or why that cannot be told.</summary>
    /// <param name="session">The trainee's.</param>
    /// <param name="wanted">Which is looked for.</param>
    /// <param name="since">When it was signed, where that is known.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<(bool Found, Outcome? WhyNot)> Any(Session session, Func<HeldCredential, bool> wanted, DateTimeOffset? since, CancellationToken cancellation)
    {
        if (!session.MayRead)
            return (false, new Outcome.NeedsPerson("may-not-read", Everything: false));
        // A day earlier: hosts differ in what they take for the time of issue.
        var from = since is { } signed ? "&since=" + Uri.EscapeDataString(signed.AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : "";
        Uri? page = session.At("credentials?limit=100&offset=0" + from);
        for (var pages = 0; page is { } asked; pages++)
        {
            if (pages == MostPages)
                return (false, new Outcome.NoAnswer("too-many-pages"));
            var (answer, whyNot) = await session.Ask(() => Reading(asked), cancellation).ConfigureAwait(false);
            if (answer is not { Status: 200 })
                return (false, whyNot ?? OpenBadgesMapping.Otherwise(answer!));
            if (HeldCredential.Page(answer.Json()) is not { } held || !IsPage(answer))
                return (false, new Outcome.NoAnswer("garbage", Said: "200"));
            if (held.Any(wanted))
                return (true, null);
            page = OpenBadgesMapping.Next(answer, asked);
        }
        return (false, null);
    }

    // An object that is something else altogether is not an empty page.
    private static bool IsPage(HttpAnswer answer) =>
        answer.Json() is { } json && (json.EnumerateObject().Any(member => member.Name is "credential" or "compactJwsString" or "compactJwsStrings") || answer.Headers.ContainsKey("X-Total-Count"));

    private static HttpRequestMessage Reading(Uri page) => new(HttpMethod.Get, page) { Headers = { Accept = { new("application/json") } } };
}

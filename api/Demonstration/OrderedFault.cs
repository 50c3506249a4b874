using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Portfolio.Api.Http;

namespace Portfolio.Api.Demonstration;

/// <summary>What is to go wrong with a request, as the platform wrote it in the header: <c>503</c>, <c>429;after=5</c>, <c>401</c>, <c>slow=3</c>, <c>truncated</c>, <c>garbage</c>, <c>reset</c>.</summary>
internal sealed partial record OrderedFault(string Kind, int Seconds)
{
    public const string Header = "Portfolio-Fault";

    public const string Words = "The header Portfolio-Fault takes one of: 503, 429, 429;after=5, 401, slow=3, truncated, garbage, reset; with at most 60 seconds.";

    private const int Longest = 60;

    /// <returns>The fault, or nothing where there is no such fault.</returns>
    public static OrderedFault? Read(string text)
    {
        if (Form().Match(text.Trim()) is not { Success: true } found)
            return null;
        var seconds = found.Groups["seconds"] is { Success: true, Value: var written } ? int.Parse(written, CultureInfo.InvariantCulture) : 1;
        return seconds is >= 1 and <= Longest ? new(found.Groups["kind"].Value, seconds) : null;
    }

    /// <summary>Goes wrong, where that is wanted before or after what was asked for is done.</summary>
    public Task Play(HttpContext http, RequestDelegate next) => Kind switch
    {
        "503" => Problems.DatabaseUnavailable.Because("A fault was ordered.").Write(http),
        "429" => Busy(http),
        "401" => SignInAgain(http),
        "slow" => Slow(http, next),
        "truncated" => Truncated(http, next),
        "garbage" => Garbage(http),
        _ => Reset(http),
    };

    private Task Busy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = Seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.TooManyRequests.Because("A fault was ordered.").Write(http);
    }

    private static Task SignInAgain(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.SignInNeeded.Because("A fault was ordered.").Write(http);
    }

    private async Task Slow(HttpContext http, RequestDelegate next)
    {
        await Task.Delay(TimeSpan.FromSeconds(Seconds), http.RequestAborted);
        await next(http);
    }

    // It says how long it is, and is cut in the middle.
    private static async Task Truncated(HttpContext http, RequestDelegate next)
    {
        var wire = http.Response.Body;
        using var whole = new MemoryStream();
        http.Response.Body = whole;
        await next(http);
        await http.Response.BodyWriter.FlushAsync();
        http.Response.Body = wire;
        http.Response.ContentLength = whole.Length;
        await wire.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2));
        await wire.FlushAsync();
        http.Abort();
    }

    private static async Task Garbage(HttpContext http)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (200, "application/json; charset=utf-8");
        await http.Response.Body.WriteAsync(RandomNumberGenerator.GetBytes(400));
    }

    private static Task Reset(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"^(?:(?<kind>503|401|truncated|garbage|reset)|(?<kind>429)(?:;\s*after=(?<seconds>[0-9]{1,3}))?|(?<kind>slow)=(?<seconds>[0-9]{1,3}))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

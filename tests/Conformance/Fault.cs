using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portfolio.Conformance;

/// <summary>What goes wrong with one request to a platform's double.</summary>
/// <param name="Name">What it is called where a test fails.</param>
/// <param name="Done">Whether the platform does what it was asked before it goes wrong.</param>
/// <param name="Answer">Answers instead of the platform, which would have answered with these bytes where it did it.</param>
public sealed record Fault(string Name, bool Done, Func<HttpContext, byte[], PlatformDouble, Task> Answer)
{
    /// <summary>The same, after the platform did what it was asked.</summary>
    public Fault ButDone => this with { Name = Name + ", done", Done = true };

    /// <summary>Nothing: to let a write pass before the next goes wrong.</summary>
    public static Fault None { get; } = new("none", false, (_, _, _) => Task.CompletedTask);

    /// <summary>The connection is cut before a byte of the answer.</summary>
    public static Fault Reset { get; } = new("reset", false, (http, _, _) => Cut(http));

    /// <summary>It is done, and the connection is cut within the answer.</summary>
    public static Fault CutWithin { get; } = new("cut within the answer", true, async (http, answer, _) =>
    {
        http.Response.ContentLength = answer.Length + 20;
        await http.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2));
        await http.Response.Body.FlushAsync();
        await Cut(http);
    });

    /// <summary>An answer that comes byte by byte, for longer than anybody waits.</summary>
    public static Fault Slow { get; } = new("slow", false, async (http, _, _) =>
    {
        http.Response.ContentType = "application/json";
        for (var written = 0; written < 600 && !http.RequestAborted.IsCancellationRequested; written++)
        {
            await http.Response.WriteAsync(" ");
            await http.Response.Body.FlushAsync();
            await Task.Delay(50);
        }
    });

    /// <summary>A success that is somebody else's page, as of a proxy that wants a sign-in.</summary>
    public static Fault Garbage { get; } = Of(200, "<!doctype html><title>Welcome</title><form>", "text/html") with { Name = "garbage" };

    /// <summary>The first half of an answer as if it were whole; half a JSON object where there is none.</summary>
    public static Fault Truncated { get; } = new("truncated", false, (http, answer, _) =>
        Write(http, 200, answer.Length > 1 ? answer[..(answer.Length / 2)] : "{\"id\":\"a"u8.ToArray(), "application/json"));

    /// <summary>A success of 5 MB.</summary>
    public static Fault Huge { get; } = new("5 MB", false, (http, _, _) => Write(http, 200, Encoding.ASCII.GetBytes("\"" + new string('x', 5_000_000) + "\""), "application/json"));

    /// <summary>Leads to an address inside, which notes whoever comes.</summary>
    public static Fault Redirect { get; } = new("redirect", false, (http, _, platform) =>
    {
        http.Response.Headers.Location = platform.Trap.AbsoluteUri;
        return Write(http, 307, [], null);
    });

    /// <summary>A status that refuses.</summary>
    public static Fault Of(int status, string body = "{}", string type = "application/json") =>
        new(status.ToString(CultureInfo.InvariantCulture), false, (http, _, _) => Write(http, status, Encoding.UTF8.GetBytes(body), type));

    /// <summary>A status with <c>Retry-After</c>, in seconds or as a date of the platform's clock.</summary>
    public static Fault Busy(int status, TimeSpan after, bool asDate) => new($"{status} with Retry-After as {(asDate ? "a date" : "seconds")}", false, (http, _, platform) =>
    {
        http.Response.Headers.RetryAfter = asDate
            ? (platform.Clock.GetUtcNow() + after).ToString("R", CultureInfo.InvariantCulture) : ((int)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Write(http, status, "{}"u8.ToArray(), "application/json");
    });

    private static Task Cut(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static async Task Write(HttpContext http, int status, byte[] body, string? type)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}

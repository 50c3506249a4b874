using Microsoft.Extensions.Primitives;

namespace Portfolio.Api.Http;

/// <summary>What every answer tells whatever shows it, and which requests are refused before their path is looked at.</summary>
internal sealed class WebManners(RequestDelegate next, PublicAddress address)
{
    // Of what is no page nothing runs and nothing loads, wherever a browser opens it. Pages set their own policy.
    private const string NoPage = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" };

    // Some programs read another method or path out of these; ours does not, and says so rather than doing what was not meant.
    private static readonly string[] Overriding = ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL"];

    private static readonly KeyValuePair<string, StringValues>[] Told =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Content-Security-Policy", NoPage),
        new("Cache-Control", "no-store"),
    ];

    public Task Invoke(HttpContext http)
    {
        // As late as can be: an answer that is made anew after a fault loses the headers it had.
        http.Response.OnStarting(Tell, http.Response);
        if (WhyNot(http) is { } problem)
            return problem.Write(http);
        if (address.IsHttps && Proxies.CameByHttp(http))
            return LeadToHttps(http);
        return next(http);
    }

    private Task Tell(object of)
    {
        var headers = ((HttpResponse)of).Headers;
        if (((HttpResponse)of).StatusCode >= 400)
            // However a refusal came about, it is kept by nobody, and looks the same.
            (headers.CacheControl, headers.Pragma, headers.Expires) = (default, default, default);
        foreach (var (name, value) in Told)
            headers.TryAdd(name, value);
        if (address.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }

    private Problem? WhyNot(HttpContext http) =>
        !Methods.Contains(http.Request.Method) ? Problems.MethodNotAllowed
        : Array.Find(Overriding, http.Request.Headers.ContainsKey) is { } header ? Problems.InvalidRequest.Because($"The header {header} is not taken: send the request that is meant.")
        : address.IsSet && !IsOurs(http) ? Problems.WrongHost
        : null;

    // Loopback names too, for somebody at the machine: no page elsewhere can be known by one. Whoever watches over the service may use its number.
    private bool IsOurs(HttpContext http) =>
        http.Request.Host.Host is var host && (host.Equals(address.Base.IdnHost, StringComparison.OrdinalIgnoreCase) || host.Equals(address.Base.Host, StringComparison.OrdinalIgnoreCase)
            || host is "localhost" or "127.0.0.1" or "[::1]")
        || http.Request.Path.StartsWithSegments("/health");

    // A person is led to where they meant to be; a program is told, because it would never notice that its token went over the wire in clear.
    private Task LeadToHttps(HttpContext http)
    {
        if (http.Request.Method != "GET" || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) || http.Request.Headers.Authorization.Count > 0)
            return Problems.HttpsNeeded.Write(http);
        http.Response.Redirect(new Uri(address.Base, http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent()).ToString(), permanent: true, preserveMethod: true);
        return Task.CompletedTask;
    }
}

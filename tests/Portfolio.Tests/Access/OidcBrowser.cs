using System.Net;

namespace Portfolio.Tests.Access;

/// <summary>A browser as far as signing in goes: it keeps cookies, Secure ones at this computer too, and is sent from one place to another step by step.</summary>
internal sealed class OidcBrowser(Uri home) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public List<string> SetCookies { get; } = [];

    public async Task<HttpResponseMessage> Get(string address)
    {
        var at = new Uri(home, address);
        var request = new HttpRequestMessage(HttpMethod.Get, at);
        var ours = at.Authority == home.Authority;
        if (ours && cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var set in ours && answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            SetCookies.Add(set);
            var (name, value) = (set.Split('=')[0], set.Split('=', 2)[1].Split(';')[0]);
            if (value == "")
                cookies.Remove(name);
            else
                cookies[name] = value;
        }
        return answer;
    }

    /// <summary>Begins a sign-in and goes to the provider, which sends the browser back.</summary>
    /// <returns>The address of the callback, not asked for yet.</returns>
    public async Task<string> AsFarAsTheCallback(string begin)
    {
        var begun = await Get(begin);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var authorised = await Get(begun.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, authorised.StatusCode);
        return authorised.Headers.Location!.ToString();
    }

    public void Dispose() => http.Dispose();
}

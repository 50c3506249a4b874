using System.Net;
using System.Text.RegularExpressions;

namespace Portfolio.Tests.Access;

/// <summary>A browser as far as signing in goes: it keeps cookies, Secure ones at this computer too, and is sent from one place to another step by step.</summary>
internal sealed partial class OidcBrowser(Uri home) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public List<string> SetCookies { get; } = [];

    public Task<HttpResponseMessage> Get(string address) => Send(new(HttpMethod.Get, new Uri(home, address)));

    /// <summary>Sends a page's form, with the token that the page gave it.</summary>
    public async Task<HttpResponseMessage> Post(string page, string handler, Dictionary<string, string> fields, bool withToken = true)
    {
        var shown = await (await Get(page)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (withToken)
            fields["form-token"] = FormToken().Match(shown).Groups[1].Value;
        var answer = await Send(new(HttpMethod.Post, new Uri(home, $"{page}{(handler == "" ? "" : "?handler=" + handler)}")) { Content = new FormUrlEncodedContent(fields) });
        return answer;
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        var at = request.RequestUri!;
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

    /// <summary>Goes to the provider by where it was sent, which sends the browser back.</summary>
    public async Task<string> AsFarAsTheCallback(HttpResponseMessage begun)
    {
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var authorised = await Get(begun.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, authorised.StatusCode);
        return authorised.Headers.Location!.ToString();
    }

    /// <summary>Begins a sign-in and goes to the provider, which sends the browser back.</summary>
    /// <returns>The address of the callback, not asked for yet.</returns>
    public async Task<string> AsFarAsTheCallback(string begin) => await AsFarAsTheCallback(await Get(begin));

    public void Forget(string cookie) => cookies.Remove(cookie);

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""name="form-token"[^>]*value="([^"]+)""")]
    private static partial Regex FormToken();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Portfolio.Tests.Hosting;

/// <summary>A browser without scripts: keeps cookies, sees forms, follows nothing by itself.</summary>
internal sealed partial class Browser(Uri address)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public Dictionary<string, string> Cookies { get; } = [];

    public async Task<Shown> Get(string path) => await Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Shown> Post(string path, params IEnumerable<(string Name, string Value)> fields) => Send(new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>Sends a form of a page as it stands there, hidden fields included, with what somebody typed.</summary>
    /// <param name="handler">Which of its forms.</param>
    public Task<Shown> Submit(Shown page, string handler, params (string Name, string Value)[] typed)
    {
        var form = page.Form(handler);
        return Post(form.Action, [.. form.Hidden.Where(hidden => typed.All(field => field.Name != hidden.Name)), .. typed]);
    }

    /// <summary>Goes where the answer leads.</summary>
    public Task<Shown> Follow(Shown answer) => Get(answer.Location ?? throw new InvalidOperationException($"{answer.Status} leads nowhere: {answer.Text}"));

    public async Task<Shown> Send(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var path = request.RequestUri!.OriginalString;
        request.RequestUri = new Uri(address, path);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var set = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.ToList() : [];
        foreach (var cookie in set)
            Keep(cookie);
        return new((int)answer.StatusCode, path, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.Location?.OriginalString, set);
    }

    private void Keep(string cookie)
    {
        var (name, value) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
        if (value == "" || cookie.Contains("1970", StringComparison.Ordinal))
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }

    internal sealed partial record Shown(int Status, string Path, string Text, string? Location, IReadOnlyList<string> SetCookies)
    {
        public Form Form(string handler)
        {
            var forms = Forms().Matches(Text).Select(form => (
                Action: WebUtility.HtmlDecode(Attribute(form.Groups[1].Value, "action") is { Length: > 0 } action ? action : Path), Inside: form.Groups[2].Value));
            var (at, inside) = forms.First(form => handler == "" || form.Action.Contains($"handler={handler}", StringComparison.Ordinal) || form.Action.EndsWith(handler, StringComparison.Ordinal));
            return new(at, [.. Inputs().Matches(inside).Select(input => input.Value).Where(input => Attribute(input, "type") == "hidden")
                .Select(input => (Attribute(input, "name")!, WebUtility.HtmlDecode(Attribute(input, "value") ?? "")))]);
        }

        public string Field(string handler, string name) => Form(handler).Hidden.First(hidden => hidden.Name == name).Value;

        private static string? Attribute(string tag, string name) =>
            Regex.Match(tag, $"(?<![\\w-]){name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;

        [GeneratedRegex(@"<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
        private static partial Regex Forms();

        [GeneratedRegex("<input[^>]*>")]
        private static partial Regex Inputs();
    }

    internal sealed record Form(string Action, IReadOnlyList<(string Name, string Value)> Hidden);
}

using System.Net.Http.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Hosting;

/// <summary>Requests as tests make them: what should succeed fails loudly with the problem it met.</summary>
internal static class Requests
{
    public static async Task<T> Get<T>(this HttpClient client, string path) => await Read<T>(await client.GetAsync(path));

    public static async Task<T> Post<T>(this HttpClient client, string path, object body) => await Read<T>(await client.PostAsJsonAsync(path, body));

    public static async Task<T> PutWithMatch<T>(this HttpClient client, string path, int version, object body) => await Read<T>(await client.Put(path, version, body));

    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, int? version, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return client.SendAsync(request);
    }

    public static async Task<T> Read<T>(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            Assert.Fail($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>The stable code of a refusal, with its status: <c>409 register-empty</c>.</summary>
    public static async Task<string> Refusal(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return $"{(int)answer.StatusCode} {(await answer.Content.ReadFromJsonAsync<ProblemBody>())!.Code}";
    }
}

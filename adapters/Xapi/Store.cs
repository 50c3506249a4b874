using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Xapi;

/// <summary>A learning record store, as one connection reaches it.</summary>
internal sealed class Store(AdapterConnection connection)
{
    public const string Oldest = "1.0.3", Newest = "2.0.0";
    private const string VersionNote = "version";

    private readonly Uri endpoint = new(connection.Settings["endpoint"].TrimEnd('/') + "/");

    /// <summary>Why nothing can be asked of it; null where it can.</summary>
    public static Outcome? WhyNot(AdapterConnection connection) =>
        !Uri.TryCreate(connection.Settings.GetValueOrDefault("endpoint"), UriKind.Absolute, out _) || Credentials(connection) is null
            ? new Outcome.NeedsPerson("not-set-up") : null;

    /// <summary>Any number of times: a store keeps a statement once, by its id.</summary>
    public Task<HttpAnswer> Put(HttpContent statement, CancellationToken cancellation)
    {
        var request = Request(HttpMethod.Post, "statements");
        request.Content = statement;
        request.Options.Set(AdapterRequests.MayRepeat, true);
        return Exchange.Send(connection.Http, request, cancellation);
    }

    public Task<HttpAnswer> Get(Guid statement, CancellationToken cancellation) => Ask($"statements?statementId={statement}", cancellation);

    public Task<HttpAnswer> GetVoided(Guid statement, CancellationToken cancellation) => Ask($"statements?voidedStatementId={statement}", cancellation);

    public Task<HttpAnswer> Any(CancellationToken cancellation) => Ask("statements?limit=1", cancellation);

    /// <summary>The versions that it says it speaks, which it tells everybody.</summary>
    public async Task<(HttpAnswer Answer, IReadOnlyList<string> Versions)> About(CancellationToken cancellation)
    {
        var answer = await Exchange.Send(connection.Http, new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, "about")), cancellation);
        var versions = answer.Is2xx && answer.Json() is { ValueKind: JsonValueKind.Object } about && about.TryGetProperty("version", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!).ToList()
            : [];
        return (answer, versions);
    }

    /// <summary>Keeps which version to speak, the newest that both know.</summary>
    public Task Speak(IReadOnlyList<string> versions, CancellationToken cancellation) =>
        connection.KeepNote(VersionNote, versions.Any(version => version.StartsWith("2.0", StringComparison.Ordinal)) ? Newest : Oldest, cancellation);

    private Task<HttpAnswer> Ask(string what, CancellationToken cancellation) => Exchange.Send(connection.Http, Request(HttpMethod.Get, what), cancellation);

    private HttpRequestMessage Request(HttpMethod method, string what)
    {
        var request = new HttpRequestMessage(method, new Uri(endpoint, what));
        // Where nobody asked yet: what every store speaks.
        request.Headers.Add("X-Experience-API-Version", connection.Settings.GetValueOrDefault("version") ?? connection.Notes.GetValueOrDefault(VersionNote) ?? Oldest);
        request.Headers.Authorization = Credentials(connection);
        return request;
    }

    private static AuthenticationHeaderValue? Credentials(AdapterConnection connection) => connection.Settings switch
    {
        var set when set.GetValueOrDefault("token") is { Length: > 0 } token => new("Bearer", token),
        var set when set.GetValueOrDefault("key") is { Length: > 0 } key && set.GetValueOrDefault("secret") is { } secret =>
            new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}"))),
        _ => null,
    };
}

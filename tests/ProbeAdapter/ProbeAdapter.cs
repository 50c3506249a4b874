using System.Net.Http.Headers;
using Polly;
using Portfolio.Contracts.Adapters;
using Outcome = Portfolio.Contracts.Adapters.Outcome;

namespace Portfolio.ProbeAdapter;

/// <summary>
/// An adapter as somebody outside would write it, for a portfolio that keeps files by their names: <c>PUT</c> puts one, a second <c>PUT</c> puts it in the place of the first,
/// <c>DELETE</c> takes it back.
/// </summary>
/// <example>
/// Built with <c>dotnet publish</c> into <c>plugins/Portfolio.ProbeAdapter/</c> of the data folder, it is there after the next start:
/// <c>GET /v1/adapters</c> lists it as <c>probe</c>.
/// </example>
public sealed class ProbeAdapter : IPortfolioAdapter
{
    // A package of its own, in a version of its own.
    private static readonly ResiliencePipeline OneTry = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(20)).Build();

    /// <summary>What it can do: it takes everything, and sending the same again is safe, because a name is there once.</summary>
    public AdapterDescription Description { get; } = new(
        "probe", "Folder of signed files", ["attendance", "period-account", "assessment", "verification"], Repeating.SameId, new(AtOnce: 2, LargestBytes: 200_000),
        [
            new("address", "The address of the folder, which ends with a slash.", SettingType.Url),
            new("token", "What opens it, from the trainee's page there.", SettingType.Secret, SettingOwner.Person),
        ]);

    /// <summary>The same over every connection.</summary>
    public Repeating RepeatingOver(AdapterConnection connection) => Description.Repeating;

    /// <summary>One request, one outcome: what the protocol gives no meaning of its own, <see cref="HttpAnswer.Otherwise"/> knows.</summary>
    public async Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var content = new ReadOnlyMemoryContent(record.Jwt) { Headers = { ContentType = new MediaTypeHeaderValue("application/vc+jwt") } };
        var answer = await Ask(HttpMethod.Put, record.Id, content, connection, cancellation).ConfigureAwait(false);
        return answer.Status is 200 or 201 or 204 ? new Outcome.Accepted(new Receipt($"{record.Id:D}"), $"{answer.Status}") : answer.Otherwise();
    }

    /// <summary>A newer version has the older one's name.</summary>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) => Deliver(record, connection, cancellation);

    /// <summary>Gone is gone, also where it never was.</summary>
    public async Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        var answer = await Ask(HttpMethod.Delete, delivered.Id, null, connection, cancellation).ConfigureAwait(false);
        return answer.Status is 200 or 204 or 404 ? new Outcome.Accepted(new Receipt($"{delivered.Id:D}"), $"{answer.Status}") : answer.Otherwise();
    }

    /// <summary>Never asked: what is safe to send again is sent again.</summary>
    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => Task.FromResult<Outcome>(new Outcome.NoAnswer("not-asked"));

    /// <summary>Looks at the folder, and leaves nothing there.</summary>
    public async Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation)
    {
        var answer = await Ask(HttpMethod.Head, null, null, connection, cancellation).ConfigureAwait(false);
        // A sign-in page in between answers everything with success.
        var opens = answer is { Is2xx: true, MediaType: not "text/html" };
        return
        [
            new("reached", answer.Failure is null, answer.Failure is null ? "It answers." : "Nothing answers at this address: look at it again."),
            new("signed-in", answer.Failure is null ? opens : null, opens ? "The token opens it." : "The token does not open it: take a new one from your page there."),
        ];
    }

    private static async Task<HttpAnswer> Ask(HttpMethod method, Guid? record, HttpContent? content, AdapterConnection connection, CancellationToken cancellation) =>
        await OneTry.ExecuteAsync(async token =>
        {
            var request = new HttpRequestMessage(method, new Uri(new Uri(connection.Settings["address"]), record is { } id ? $"{id:D}.jwt" : "")) { Content = content };
            request.Headers.Authorization = new("Bearer", connection.Settings["token"]);
            request.Options.Set(AdapterRequests.MayRepeat, true);
            return await Exchange.Send(connection.Http, request, token).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
}

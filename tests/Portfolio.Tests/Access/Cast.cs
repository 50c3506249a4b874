using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Access;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>Everybody who could ask, and everything that could be asked for: <c>IClassFixture&lt;Cast&gt;</c>.</summary>
public sealed partial class Cast(TestCluster cluster) : IAsyncLifetime
{
    internal TestHost Host { get; } = new(cluster);

    internal Scene Scene { get; private set; } = null!;

    internal IReadOnlyDictionary<string, HttpClient> Roles { get; private set; } = null!;

    /// <summary>The ids in paths: of the first trainee, of the group, of a signed session in it, and of what the trainee got there.</summary>
    internal Dictionary<string, string> Ids { get; } = [];

    internal Guid Presentation { get; private set; }

    internal IEnumerable<RouteEndpoint> WithRelation => Host.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<OpenToAll>() is null);

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Scene = await Scene.Set(Host);
        var former = await Scene.Person("Fiona Former", "L3", "9900031");
        var mandate = await Scene.Mandate(former, "deputy", until: "2025-05-01");
        var supervisor = await Scene.Person("Sid Supervisor", "S1", "9900032");
        await Scene.Tutor.Post<FactBody>(Scene.Path($"people/{Scene.Trainee.Id}/supervisions"), new { supervisorId = supervisor.Id, from = "2024-08-01" });
        var neighbour = await Scene.Person("Nell Neighbour", "L4", "9900033");
        var other = await Scene.Tutor.Post<GroupBody>(Scene.Path("groups"), new { key = "thu", name = "Thursday group", site = "Hillside", form = "balint-group" });
        await Scene.Tutor.Post<FactBody>(Scene.Path($"groups/{other.Id}/leaders"), new { personId = neighbour.Id, kind = "leader", from = "2024-08-01" });
        var session = await Scene.A_filled_register("2025-04-30");
        var signed = await Scene.Signed(session);
        var members = await Scene.Tutor.Get<PlacesInGroup>(Scene.Path($"groups/{Scene.Group}/members"));
        Guid Record(string kind) => signed.Records.Single(record => record.PersonId == Scene.Trainee.Id && record.Kind == kind).Id;
        Presentation = Record("presentation");
        var platform = await Scene.Tutor.Post<PlatformBody>(Scene.Path("platforms"), new { name = "An e-portfolio" });
        var connection = await (await Scene.As(Scene.Trainee)).Post<ConnectionBody>(Scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "attendance" } });
        foreach (var (name, id) in new[]
        {
            ("programmeId", Scene.Programme), ("personId", Scene.Trainee.Id), ("traineeId", Scene.Trainee.Id), ("connectionId", connection.Id), ("groupId", Scene.Group), ("sessionId", session.Id), ("mandateId", mandate.Id),
            ("membershipId", members.People[0].Id), ("recordId", Record("attendance")),
        })
            Ids[name] = $"{id}";
        Ids["number"] = "1";
        var elsewhere = await Scene.Set(Host);
        Roles = new Dictionary<string, HttpClient>
        {
            ["anybody"] = Host.Anybody(),
            ["garbage"] = Bearer("pt_nonsense"),
            ["expired"] = Bearer(await Expired()),
            ["trainee"] = await Scene.As(Scene.Trainee),
            ["other-trainee"] = await Scene.As(Scene.Other),
            ["leader"] = await Scene.As(Scene.Leader),
            ["former-leader"] = await Scene.As(former),
            ["other-group's-leader"] = await Scene.As(neighbour),
            ["supervisor"] = await Scene.As(supervisor),
            ["tutor"] = Scene.Tutor,
            ["platform"] = Bearer(await TokenOf(platform)),
            ["other-programme's-tutor"] = elsewhere.Tutor,
        };
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    /// <summary>Asks for the endpoint, with as little of a body as can be, and these ids in its path.</summary>
    internal static Task<HttpResponseMessage> Ask(HttpClient client, RouteEndpoint endpoint, IReadOnlyDictionary<string, string> ids)
    {
        var method = HttpMethod.Parse(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]);
        var request = new HttpRequestMessage(method, "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), found => ids[found.Groups[1].Value]));
        if (method != HttpMethod.Get)
            request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse(endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json"));
        return client.SendAsync(request);
    }

    private async Task<string> TokenOf(PlatformBody platform)
    {
        var answer = await Host.Anybody().PostAsync("/oauth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = platform.ClientId, ["client_secret"] = platform.Secret!,
        }));
        return (await Requests.Read<TokenBody>(answer)).AccessToken;
    }

    private async Task<string> Expired()
    {
        var now = Host.Clock.GetUtcNow();
        await using var work = await Host.Database.Begin(Scene.Programme, TestContext.Current.CancellationToken);
        var token = await AccessTokens.Issue(work, new Actor(Scene.Programme, Scene.Leader.Id, null), now, now);
        await work.Commit();
        return token;
    }

    private HttpClient Bearer(string token)
    {
        var client = Host.Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Parameter();
}

using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Access;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>What requests are made towards: everybody of the cast, a right request for each body, and a programme elsewhere.</summary>
internal sealed class FuzzStage : IAsyncDisposable
{
    // What the parameters and members of bodies that name something are ids of, where their own names do not say so.
    private static readonly IReadOnlyDictionary<string, string> Meant = new Dictionary<string, string>
    {
        ["supervisorId"] = "leaderId", ["coLeaderId"] = "leaderId", ["after"] = "recordId",
    };

    private readonly HttpClient wire = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 });
    private readonly Cast cast;
    private readonly Dictionary<string, string> ids;
    private readonly Dictionary<string, string> elsewhere = [];

    private FuzzStage(Cast cast) => (this.cast, ids) = (cast, new(cast.Ids));

    public TestHost Host => cast.Host;

    public IReadOnlyDictionary<string, HttpClient> Roles => field ??= cast.Actors.ToDictionary(actor => actor.Key, actor => actor.Value.Client);

    public IReadOnlyDictionary<string, Example> Examples { get; private set; } = null!;

    public IReadOnlyList<string> All { get; private set; } = null!;

    public static async Task<FuzzStage> Set(TestCluster cluster)
    {
        var cast = new Cast(cluster);
        await cast.InitializeAsync();
        var stage = new FuzzStage(cast) { Examples = await Http.Examples.Make(cast.Host, await Scene.Set(cast.Host)) };
        stage.ids["leaderId"] = $"{cast.Scene.Leader.Id}";
        stage.ids["code"] = "not-found";
        stage.ids["list"] = "1";
        var keys = JsonNode.Parse(await cast.Host.Anybody().GetStringAsync($"/programmes/{cast.Scene.Programme}/jwks.json"))!["keys"]!;
        stage.ids["keyId"] = ((string)keys[0]!["kid"]!).Split('/')[^1];
        await stage.LookElsewhere();
        stage.All = [.. stage.ids.Values.Concat(stage.elsewhere.Values).Where(id => Guid.TryParse(id, out _)).Distinct()];
        return stage;
    }

    public string Right(string name) => ids.GetValueOrDefault(Meant.GetValueOrDefault(name, name)) ?? ids["personId"];

    public string Foreign(string name) => elsewhere.GetValueOrDefault(Meant.GetValueOrDefault(name, name)) ?? elsewhere["personId"];

    /// <summary>Sends as the wire has it: no redirect is followed, and any byte may stand in a header.</summary>
    public Task<HttpResponseMessage> Send(FuzzRequest request)
    {
        var message = request.ToMessage(Host.Address);
        foreach (var (name, values) in (request.As ?? Roles[request.Role]).DefaultRequestHeaders)
            if (!message.Headers.Contains(name))
                message.Headers.TryAddWithoutValidation(name, values);
        return wire.SendAsync(message, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        wire.Dispose();
        await cast.DisposeAsync();
    }

    private async Task LookElsewhere()
    {
        var scene = await Scene.Set(cast.Host);
        var session = await scene.A_filled_register("2025-04-30");
        var signed = await scene.Signed(session);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "An e-portfolio elsewhere" });
        foreach (var (name, id) in new[]
        {
            ("programmeId", scene.Programme), ("personId", scene.Trainee.Id), ("traineeId", scene.Trainee.Id), ("leaderId", scene.Leader.Id), ("groupId", scene.Group), ("sessionId", session.Id),
            ("recordId", signed.Records[0].Id), ("platformId", platform.Id),
        })
            elsewhere[name] = $"{id}";
    }
}

using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Privacy;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Privacy;

/// <summary>A programme in which everything happened that shows a person: signed, corrected, withdrawn, accounted for, fed.</summary>
internal sealed class ErasureScene
{
    private readonly TestHost host;

    private ErasureScene(TestHost host, Scene scene, Puller puller) => (this.host, Scene, Puller) = (host, scene, puller);

    public Scene Scene { get; }
    public Puller Puller { get; }
    public HttpClient Officer { get; private set; } = null!;
    public SignedRegister Signed { get; private set; } = null!;
    public SessionBody Session { get; private set; } = null!;
    public SessionBody Open { get; private set; } = null!;
    public Guid Account { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<ErasureScene> Set(TestHost host)
    {
        var scene = await Scene.Set(host);
        var made = new ErasureScene(host, scene, await Puller.Let_in(host, scene));
        foreach (var person in new[] { scene.Trainee, scene.Other })
            await made.Puller.Connected_by(person);
        made.Officer = await scene.Officer();
        made.Session = await scene.A_filled_register("2025-05-14");
        made.Signed = await scene.Signed(made.Session);
        await scene.Signed(await scene.A_filled_register("2025-05-21"));
        await (await scene.As(scene.CoLeader)).Vouched(scene, made.Session.Id);
        var leader = await scene.As(scene.Leader);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await leader.Amended(scene, made.Signed.RecordOf(scene.Other), minutes: 40);
        await leader.Withdrawn(scene, made.Signed.RecordOf(scene.Trainee, "presentation"));
        var period = new { personId = scene.Trainee.Id, from = "2025-05-01", until = "2025-05-31" };
        var seen = await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), period);
        made.Account = (await leader.Post<AccountBody>(scene.Path($"groups/{scene.Group}/accounts"), new { period.personId, period.from, period.until, listHash = seen.Hash })).RecordId!.Value;
        made.Open = await scene.A_filled_register("2025-05-28");
        await made.Puller.PullAll();
        // What is issued again in the same second is dated a second ahead.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return made;
    }

    public Task<HttpResponseMessage> Erase(Guid person, string reason = "objected") =>
        Officer.PostAsync(Scene.Path($"people/{person}/erasure"), System.Net.Http.Json.JsonContent.Create(new { personId = person, reason }), Cancellation);

    public Task<HttpResponseMessage> Rename(PersonBody person, string name, string? number = null) =>
        Scene.Tutor.Put(Scene.Path($"people/{person.Id}/identity"), null, new { name, key = person.Key, body = "GMC", number = number ?? person.Number });

    /// <summary>Where anybody is told one of these texts.</summary>
    public async Task<IReadOnlyList<string>> Sweep(params string[] texts)
    {
        var (clients, ids) = await Looking();
        return await Privacy.Sweep.Of(host, clients, ids, texts);
    }

    public async Task<bool> Finds(string text)
    {
        var (clients, ids) = await Looking();
        return await Privacy.Sweep.Finds(host, clients, ids, text);
    }

    private async Task<(IReadOnlyList<HttpClient> Clients, ILookup<string, string> Ids)> Looking()
    {
        var ids = new List<(string Name, string Id)>
        {
            ("programmeId", $"{Scene.Programme}"), ("groupId", $"{Scene.Group}"), ("sessionId", $"{Session.Id}"), ("sessionId", $"{Open.Id}"), ("number", "1"), ("number", "2"), ("list", "0"),
        };
        foreach (var person in new[] { Scene.Leader, Scene.CoLeader, Scene.Trainee, Scene.Other })
            ids.AddRange([("personId", $"{person.Id}"), ("traineeId", $"{person.Id}")]);
        foreach (var record in await Rows<Guid>("select id from record where programme_id = @Programme"))
            ids.Add(("recordId", $"{record}"));
        foreach (var key in await Rows<Guid>("select id from signing_key where programme_id = @Programme"))
            ids.Add(("keyId", $"{key}"));
        var clients = new List<HttpClient> { Scene.Tutor, Officer, Puller.Client };
        foreach (var person in new[] { Scene.Leader, Scene.Trainee })
            if (await Any("select 1 from person_key where programme_id = @Programme and person_id = @Id", new { Scene.Programme, person.Id }))
                clients.Add(await Scene.As(person));
        return (clients, ids.ToLookup(id => id.Name, id => id.Id));
    }

    public async Task<FsckAnswer> Fsck()
    {
        var programme = await Programme();
        await using var work = await Begin();
        return await host.Service<Fsck>().Check(work, programme, null, host.Clock.GetUtcNow(), (_, _, _) => { });
    }

    /// <summary>An archive of now, checked by itself.</summary>
    public async Task<(ArchiveAnswer Answer, string Said)> Archived()
    {
        using var folder = new TemporaryFolder();
        var programme = await Programme();
        await using var work = await Begin();
        await host.Service<Archive>().Write(work, programme, folder.Path, null, (_, _, _) => { });
        var said = string.Concat(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(file => Privacy.Sweep.Plain(File.ReadAllBytes(file))));
        return (ArchiveCheck.Of(folder.Path, null, host.Clock.GetUtcNow()), said);
    }

    private async Task<Programme> Programme()
    {
        await using var work = await Begin();
        return (await ProgrammeStore.Find(work, Scene.Programme))!;
    }

    public Task<Work> Begin() => host.Database.Begin(Scene.Programme, Cancellation);

    public async Task<List<T>> Rows<T>(string sql, object? values = null)
    {
        await using var work = await Begin();
        return await work.Rows<T>(sql, values ?? new { Scene.Programme });
    }

    public async Task<bool> Any(string sql, object values)
    {
        await using var work = await Begin();
        return await work.Any(sql, values);
    }

    /// <summary>As a host does before it serves.</summary>
    public Task Start() => ErasureAgain.Run(
        host.Database, host.Service<ErasureList>(), host.Service<IServiceProvider>(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, Cancellation);
}

internal static class Vouching
{
    /// <summary>Signs the record of having led of the other leader.</summary>
    public static async Task Vouched(this HttpClient signer, Scene scene, Guid session)
    {
        var seen = await signer.Post<SignOffListBody>(scene.Path($"sessions/{session}/leading"), new { });
        await signer.Post<SignedRegister>(scene.Path($"sessions/{session}/leading"), new { listHash = seen.Hash });
    }
}

using System.Net.Http.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Hosting;

/// <summary>A small programme made over HTTP: a tutor, two leaders, two trainees, one group. Its people are made up.</summary>
internal sealed class Scene
{
    private readonly TestHost host;

    private Scene(TestHost host, string key) => (this.host, Key) = (host, key);

    public string Key { get; }
    public Guid Programme { get; private set; }
    public Guid Group { get; private set; }
    public HttpClient Tutor { get; private set; } = null!;
    public PersonBody Leader { get; private set; } = null!;
    public PersonBody CoLeader { get; private set; } = null!;
    public PersonBody Trainee { get; private set; } = null!;
    public PersonBody Other { get; private set; } = null!;

    public string Path(string rest) => $"/v1/programmes/{Programme}/{rest}";

    public static async Task<Scene> Set(TestHost host)
    {
        var scene = new Scene(host, "scene-" + Guid.NewGuid().ToString("N")[..12]);
        var made = await host.Anybody().Post<ProgrammeBody>("/v1/programmes", new
        {
            key = scene.Key, name = "Made-up School of Psychiatry", timeZone = "Europe/London", demonstration = true,
            tutor = new { name = "Tilda Tutor", key = "T1" },
        });
        scene.Programme = made.Id;
        scene.Tutor = await host.As(scene.Key, "T1");
        scene.Leader = await scene.Person("Lena Leader", "L1", "9900011");
        scene.CoLeader = await scene.Person("Colin Coleader", "L2", "9900012");
        scene.Trainee = await scene.Person("Tara Trainee", "M1", "9900013");
        scene.Other = await scene.Person("Otto Other", "M2", "9900014");
        scene.Group = (await scene.Tutor.Post<GroupBody>(scene.Path("groups"), new { key = "wed", name = "Wednesday group", site = "Riverside", form = "balint-group" })).Id;
        await scene.Mandate(scene.Leader, "leader");
        await scene.Mandate(scene.CoLeader, "co-leader");
        await scene.Member(scene.Trainee);
        await scene.Member(scene.Other);
        return scene;
    }

    public Task<HttpClient> As(PersonBody person) => host.As(Key, person.Id.ToString());

    /// <summary>Somebody new who looks after data protection.</summary>
    public async Task<HttpClient> Officer()
    {
        var officer = await Person("Olga Officer", "D9", "9900091");
        await Tutor.Post<FactBody>(Path("appointments"), new { personId = officer.Id, office = "data-protection-officer", from = "2024-08-01" });
        return await As(officer);
    }

    public Task<PersonBody> Person(string name, string key, string number) =>
        Tutor.Post<PersonBody>(Path("people"), new { name, key, body = "GMC", number });

    public Task<FactBody> Mandate(PersonBody person, string kind, string from = "2024-08-01", string? until = null) =>
        Tutor.Post<FactBody>(Path($"groups/{Group}/leaders"), new { personId = person.Id, kind, from, until });

    public Task<FactBody> Member(PersonBody person, string from = "2024-08-01", string? until = null) =>
        Tutor.Post<FactBody>(Path($"groups/{Group}/members"), new { personId = person.Id, standing = "member", from, until });

    /// <summary>An open session with both trainees on the register; the first presented.</summary>
    public async Task<SessionBody> A_filled_register(string heldOn = "2025-05-28")
    {
        var leader = await As(Leader);
        var session = await leader.Post<SessionBody>(Path($"groups/{Group}/sessions"), new { heldOn, startsAt = "15:00:00", minutes = 60 });
        return await leader.PutWithMatch<SessionBody>(Path($"sessions/{session.Id}/register"), session.Version, Register());
    }

    public object Register(string other = "present") => new
    {
        mode = "in-person", leaderId = Leader.Id, coLeaderId = CoLeader.Id,
        lines = new object[] { new { personId = Trainee.Id, attendance = "present", presented = true }, new { personId = Other.Id, attendance = other } },
    };

    public async Task<SignedRegister> Signed(SessionBody session, PersonBody? by = null)
    {
        var signer = await As(by ?? Leader);
        var list = (await signer.GetFromJsonAsync<SignOffListBody>(Path($"sessions/{session.Id}/sign-off")))!;
        return await signer.Post<SignedRegister>(Path($"sessions/{session.Id}/sign-off"), new { listHash = list.Hash });
    }
}

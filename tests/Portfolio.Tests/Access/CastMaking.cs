using System.Net.Http.Headers;
using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>How each of the cast comes to be: over HTTP where there is a way, and by the stores where only a letter would tell the secret.</summary>
public sealed partial class Cast
{
    private Task<FactBody> Place(PersonBody person, string site) => Scene.Tutor.Post<FactBody>(Scene.Path($"people/{person.Id}/placements"),
        new { site, role = "trainee", wholeTime = 1.0, workingDays = new[] { 1, 2, 3, 4, 5 }, from = "2024-08-01" });

    private async Task Member(string name, Guid group, string site)
    {
        var person = await Fresh(name);
        await Place(person, site);
        await Scene.Tutor.Post<FactBody>(Scene.Path($"groups/{group}/members"), new { personId = person.Id, standing = "member", from = "2024-08-01" });
        await Add(name, person, []);
    }

    private async Task<PersonBody> Mandate(string name, string from, string? until, Dictionary<string, Role[]> roles)
    {
        var person = await Fresh(name);
        await Scene.Mandate(person, "deputy", from, until);
        await Add(name, person, roles);
        return person;
    }

    private async Task Leader(string name, Guid group)
    {
        var person = await Fresh(name);
        await Scene.Tutor.Post<FactBody>(Scene.Path($"groups/{group}/leaders"), new { personId = person.Id, kind = "leader", from = "2024-08-01" });
        await Add(name, person, []);
    }

    private async Task Supervisor(string name, string kind, PersonBody of, string? until, Dictionary<string, Role[]> roles)
    {
        var person = await Fresh(name);
        await Scene.Tutor.Post<FactBody>(Scene.Path($"people/{of.Id}/supervisions"), new { supervisorId = person.Id, from = "2024-08-01", until, kind });
        await Add(name, person, roles);
    }

    private async Task Officer(string name, string office, string? site, string? until, Dictionary<string, Role[]> roles)
    {
        var person = await Fresh(name);
        await Scene.Tutor.Post<FactBody>(Scene.Path("appointments"), new { personId = person.Id, office, from = "2024-08-01", until, site });
        await Add(name, person, roles);
    }

    private Task<PersonBody> Fresh(string name) => Scene.Person($"Somebody made up, {name}".Replace(';', ','), $"A{numbers}", Number());

    private string Number() => $"99000{numbers++}";

    private async Task Add(string name, PersonBody person, Dictionary<string, Role[]> roles) =>
        actors[name] = new(await Scene.As(person), Participant(roles));

    private async Task Linked(string name, PersonBody leader, SessionBody session, Dictionary<string, Role[]> roles)
    {
        await Link(leader.Id, session);
        actors[name] = new(Bearer(await Token(leader.Id, session.Id, Host.Clock.GetUtcNow().AddHours(2))), roles);
    }

    private async Task<Guid> Link(Guid leader, SessionBody session)
    {
        var creation = Creation.Of("a link", null, leader, null);
        await using var work = await Host.Database.Begin(Scene.Programme, TestContext.Current.CancellationToken);
        await RegisterLinkStore.Add(work, session.Id, leader, LinkSecret.Make(Scene.Programme).Hash, session.HeldOn.AddDays(60), creation, Host.Clock.GetUtcNow());
        await work.Commit();
        return creation.Id;
    }

    private async Task<Guid> Device(Guid person)
    {
        await using var work = await Host.Database.Begin(Scene.Programme, TestContext.Current.CancellationToken);
        await Host.Service<LinkedDevices>().Remember(work, person, "A phone", Host.Clock.GetUtcNow());
        var device = (await Host.Service<LinkedDevices>().Of(work, person)).Single();
        await work.Commit();
        return device.Id;
    }

    private async Task<Guid> SignedAccount()
    {
        var leader = await Scene.As(Scene.Leader);
        var account = new { personId = Scene.Trainee.Id, from = "2025-04-01", until = "2025-04-30" };
        var seen = await leader.Post<AccountBody>(Scene.Path($"groups/{Scene.Group}/accounts"), account);
        var signed = await leader.Post<AccountBody>(Scene.Path($"groups/{Scene.Group}/accounts"), new { account.personId, account.from, account.until, listHash = seen.Hash });
        return signed.RecordId!.Value;
    }

    private async Task<Guid> SignIn(PersonBody person)
    {
        await using var work = await Host.Database.Begin(Scene.Programme, TestContext.Current.CancellationToken);
        var signIn = await Host.Service<SignInStore>().Add(
            work, person.Id, SignInKind.Authenticator, new(Authenticator: new(SignInPeriods.NewSecret(), 0)), person.Id, Host.Clock.GetUtcNow());
        await work.Commit();
        return signIn.Id;
    }

    private async Task<string> TokenOf(PlatformBody platform)
    {
        var answer = await Host.Anybody().PostAsync("/oauth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = platform.ClientId, ["client_secret"] = platform.Secret!,
        }));
        return (await Requests.Read<TokenBody>(answer)).AccessToken;
    }

    private async Task<string> Token(Guid person, Guid? session, DateTimeOffset expires)
    {
        await using var work = await Host.Database.Begin(Scene.Programme, TestContext.Current.CancellationToken);
        var token = await AccessTokens.Issue(work, new Portfolio.Api.Access.Actor(Scene.Programme, person, null, session), expires, Host.Clock.GetUtcNow());
        await work.Commit();
        return token;
    }

    private HttpClient Bearer(string token)
    {
        var client = Host.Anybody();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}

using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Privacy;

/// <summary>Who has to do with privacy in a scene: a director and a data protection officer. They are made up.</summary>
internal static class PrivacyScene
{
    public static Task<HttpClient> Director(this Scene scene) => scene.Officer("director", "Dina Director", "D1", "9900051");

    public static Task<HttpClient> DataProtectionOfficer(this Scene scene) => scene.Officer("data-protection-officer", "Petra Protector", "D2", "9900052");

    private static async Task<HttpClient> Officer(this Scene scene, string office, string name, string key, string number)
    {
        var person = await scene.Person(name, key, number);
        await scene.Tutor.Post<FactBody>(scene.Path("appointments"), new { personId = person.Id, office, from = "2024-08-01" });
        return await scene.As(person);
    }
}

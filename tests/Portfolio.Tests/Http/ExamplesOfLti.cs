using System.Text.Json;
using Portfolio.Api.Lti;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about platforms that show this service, and a course as a launch leaves it.</summary>
internal static class ExamplesOfLti
{
    public static async Task<Dictionary<string, Example>> Make(TestHost host, Scene scene, HttpClient otherTutor)
    {
        var (registration, course) = await Course(host, scene);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "A gradebook" });
        return new()
        {
            ["AddLtiRegistration"] = Example.Of(HttpMethod.Post, scene.Path("lti/registrations"), Registration("another-client", Guid.CreateVersion7()), scene.Tutor, somebodyElse: otherTutor),
            ["SetLtiDeployments"] = Example.Of(HttpMethod.Put, scene.Path($"lti/registrations/{registration}/deployments"), new { deployments = new[] { "1", "2" } }, scene.Tutor),
            ["LinkLtiCourse"] = Example.Of(HttpMethod.Put, scene.Path($"groups/{scene.Group}/course"), new { courseId = course }, scene.Tutor),
            ["SetLtiScores"] = Example.Of(HttpMethod.Put, scene.Path($"lti/courses/{course}/scores"),
                new { platformId = platform.Id, adapter = "moodle", receiver = "Made-up Deanery", country = "GB", agreement = "A made-up agreement" }, scene.Tutor),
        };
    }

    /// <summary>A registered platform, and a course from which somebody came.</summary>
    public static async Task<(Guid Registration, Guid Course)> Course(TestHost host, Scene scene)
    {
        var registration = (await scene.Tutor.Post<LtiRegistrationBody>(scene.Path("lti/registrations"), Registration("a-client", null))).Id;
        const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
        using var claims = JsonDocument.Parse(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["sub"] = "1", [Claim + "message_type"] = "LtiResourceLinkRequest", [Claim + "version"] = "1.3.0", [Claim + "deployment_id"] = "1", [Claim + "target_link_uri"] = "https://portfolio.example.org/",
            [Claim + "roles"] = Array.Empty<string>(), [Claim + "context"] = new { id = "2", title = "Balint year" }, [Claim + "resource_link"] = new { id = "1" },
            ["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new { lineitems = "https://moodle.example.org/lineitems?type_id=1" },
            ["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"] = new { context_memberships_url = "https://moodle.example.org/members" },
        }));
        await using var work = await host.Database.Begin(scene.Programme, TestContext.Current.CancellationToken);
        await LtiCourses.Seen(work, registration, LtiMessage.Read(claims.RootElement).Message!, host.Clock.GetUtcNow());
        var course = (await LtiCourses.All(work))[0].Id;
        await work.Commit();
        return (registration, course);
    }

    /// <summary>A registered platform that can be ended without ending a course.</summary>
    public static async Task<Guid> Spare(Scene scene) => (await scene.Tutor.Post<LtiRegistrationBody>(scene.Path("lti/registrations"), Registration("a-spare-client", null))).Id;

    /// <summary>The same, with a gradebook that is written to.</summary>
    public static async Task<(Guid Registration, Guid Course)> Scored(TestHost host, Scene scene)
    {
        var (registration, course) = await Course(host, scene);
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "A gradebook" });
        Assert.True((await scene.Tutor.Put(scene.Path($"lti/courses/{course}/scores"), null,
            new { platformId = platform.Id, adapter = "moodle", receiver = "Made-up Deanery", country = "GB", agreement = "A made-up agreement" })).IsSuccessStatusCode);
        return (registration, course);
    }

    private static object Registration(string client, Guid? id) => new
    {
        name = "Made-up Moodle", issuer = "https://moodle.example.org", clientId = client, authorizationUrl = "https://moodle.example.org/mod/lti/auth.php",
        tokenUrl = "https://moodle.example.org/mod/lti/token.php", keysUrl = "https://moodle.example.org/mod/lti/certs.php", deployments = new[] { "1" }, id,
    };
}

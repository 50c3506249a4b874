using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class LtiExamples
{
    private const string Moodle = "https://moodle.example.org";
    private static readonly NewLtiRegistration New = new(
        "The school's Moodle", Moodle, "8WbLdHkJ4lOgs5M", Moodle + "/mod/lti/auth.php", Moodle + "/mod/lti/token.php", Moodle + "/mod/lti/certs.php", ["1"], Examples.Id(60));

    private static readonly LtiRegistrationBody Registration = new(New.Id!.Value, New.Name, New.Issuer, New.ClientId, New.AuthorizationUrl, New.TokenUrl, New.KeysUrl, New.Deployments);
    private static readonly LtiCourseBody Course = new(Examples.Id(61), New.Name, "Balint year", HasRoster: true, HasScores: true, Examples.Group);

    public static IEnumerable<object> All =>
    [
        New,
        Registration,
        new LtiRegistrationList(Url("lti/login"), Url("lti/launch"), Url("platform-keys.json"), [Registration]),
        new LtiDeployments(["1", "4"]),
        new LtiRegistrationLink(Url("lti/register/AZigMadeUp"), Examples.Signed.AddDays(1)),
        Course,
        new LtiCourseList([Course]),
        new LtiCourseLink(Course.Id),
        new LtiScores(Examples.Id(40), "moodle", "Made-up Deanery", "GB", "Data sharing agreement of May 2025"),
        new LtiRosterBody(Course.Id, Examples.Signed, 7, [new(Examples.Trainee, "Tara Trainee", "number")], [], [new("Sam Stranger", "GMC9900099", "sam@example.org")]),
    ];

    private static Uri Url(string path) => new($"https://{Examples.Host}/programmes/{Examples.Programme}/{path}");
}

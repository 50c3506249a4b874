using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class OutwardExamples
{
    private static readonly SettingBody Site = new("site", "The address of the site.", "url", true, true, "https://moodle.example.org");
    private static readonly SettingBody Secret = new("token", "The token of a web service there.", "secret", true, true);
    private static readonly SettingBody Account = new("account", "Your account there.", "text", true, true, "tara.trainee");

    public static IEnumerable<object> All =>
    [
        new OutwardPlatform("moodle", [new(Site.Name, Site.Value), new(Secret.Name, "made-up-token")], "Riverside NHS Trust", "GB", "Data sharing agreement of 1 August 2024", 4),
        new OutwardPlatformBody(Examples.Id(40), "moodle", "Moodle", "Riverside NHS Trust", "GB", "Data sharing agreement of 1 August 2024", 4, ["assessment", "verification"], [Site, Secret], Examples.Signed),
        new ForbiddenReceivers(["US"], ["tracker.example"]),
        new ConnectionSettings([new(Account.Name, Account.Value)]),
        new ConnectionSettingsBody(Examples.Id(41), [Account], true, "sign-in-again"),
        new SignInThere("https://host.example.org/authorize?state=…"),
        new TrialList([new("reached", true, "The site answered."), new("signed-in", null, "Nobody has signed in there yet.")]),
    ];
}

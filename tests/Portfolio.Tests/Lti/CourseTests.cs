using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Lti;

/// <summary>What a course brings besides people: links to our pages, its roster, its gradebook, and a platform that registers itself.</summary>
public sealed class CourseTests(LtiScene lti) : IClassFixture<LtiScene>
{
    private const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";

    [Fact]
    public async Task A_tutor_puts_a_register_into_a_course_by_an_answer_that_our_key_signed()
    {
        var (scene, tutor) = (lti.Scene, await Tutor("T7", "9900031"));
        await lti.Confirmed(tutor, "t1");
        var browser = new Browser(lti.Host.Address);
        var asked = await lti.Launch(browser, LtiScene.User(tutor, "t1"), change: claims =>
        {
            claims[Claim + "message_type"] = "LtiDeepLinkingRequest";
            claims["https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"] = new { deep_link_return_url = $"{lti.Platform.Site}/return", accept_types = new[] { "ltiResourceLink" }, data = "as it came" };
        });

        var choices = await browser.Follow(asked);
        Assert.Contains("Wednesday group: today’s session", System.Net.WebUtility.HtmlDecode(choices.Text), StringComparison.Ordinal);
        Assert.Contains("Tara Trainee: their year", choices.Text, StringComparison.Ordinal);
        var back = await browser.Submit(choices, "Choose", ("choice", $"register:{scene.Group}"));
        var jwt = back.Text.Split("name=\"JWT\" value=\"")[1].Split('"')[0];

        var claims = await Verified(jwt);
        Assert.Equal(("tool-client-1", "LtiDeepLinkingResponse", "1", "as it came"), ((string?)claims["iss"], (string?)claims[Claim + "message_type"], (string?)claims[Claim + "deployment_id"],
            (string?)claims["https://purl.imsglobal.org/spec/lti-dl/claim/data"]));
        var item = claims["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"]![0]!;
        Assert.Equal(("register", $"{scene.Group}"), ((string?)item["custom"]!["portfolio_page"], (string?)item["custom"]!["portfolio_group"]));
        // Once, and nobody else's.
        Assert.Contains("What you can do", (await browser.Submit(choices, "Choose", ("choice", "my-year:"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_proposes_and_the_tutor_decides()
    {
        var scene = lti.Scene;
        await lti.Launch(new(lti.Host.Address), LtiScene.User(scene.Leader, "l1"));
        var course = (await scene.Tutor.Get<LtiCourseList>(scene.Path($"groups/{scene.Group}/course"))).Courses.Single();
        Assert.Equal("409 lti-no-roster", await (await scene.Tutor.PostAsJsonAsync(scene.Path($"groups/{scene.Group}/course/roster"), new { }, TestContext.Current.CancellationToken)).Refusal());
        await scene.Tutor.Put(scene.Path($"groups/{scene.Group}/course"), null, new { courseId = course.Id });
        var newcomer = await scene.Person("Nina Newcomer", "M8", "9900038");
        lti.Platform.Members.Clear();
        lti.Platform.Members.Add([LtiScene.User(scene.Trainee, "4"), new("9", "Tilda Teacher", Role: "Instructor")]);
        lti.Platform.Members.Add([LtiScene.User(newcomer, "5", newcomer.Number), new("6", "Sam Stranger", "GMC1234567")]);
        await lti.TrustUs();

        var roster = await scene.Tutor.Post<LtiRosterBody>(scene.Path($"groups/{scene.Group}/course/roster"), new { });
        Assert.Equal(1, roster.Staying);
        Assert.Equal([(newcomer.Id, "number")], roster.Arrived.Select(one => (one.PersonId, one.By)));
        Assert.Contains(scene.Other.Id, roster.Gone.Select(one => one.PersonId));
        Assert.Equal(["Sam Stranger"], roster.Unmatched.Select(one => one.Name));

        // On the page only what is ticked is done.
        var browser = new Browser(lti.Host.Address);
        await lti.SignIn(browser, await Tutor("T8", "9900032"));
        var page = await browser.Get($"{lti.Home}/groups/{scene.Group}/roster");
        var read = await browser.Submit(page, "Read");
        Assert.Contains("Nina Newcomer", read.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await browser.Submit(read, "Accept", ("add", $"{newcomer.Id}"))).Status);
        var members = (await scene.Tutor.Get<PlacesInGroup>(scene.Path($"groups/{scene.Group}/members"))).People;
        Assert.Contains(members, one => one.PersonId == newcomer.Id && one.From == new DateOnly(2025, 6, 2));
        Assert.Null(members.Single(one => one.PersonId == scene.Other.Id).Until);
        Assert.Equal(302, (await browser.Submit(await browser.Submit(page, "Read"), "Accept", ("all", "true"))).Status);
        Assert.Equal(new DateOnly(2025, 6, 2), (await scene.Tutor.Get<PlacesInGroup>(scene.Path($"groups/{scene.Group}/members"))).People.Single(one => one.PersonId == scene.Other.Id).Until);
    }

    [Fact]
    public async Task A_gradebook_needs_no_typing_and_the_trainees_permission()
    {
        var (scene, trainee) = (lti.Scene, await lti.Scene.Person("Tom Scored", "M9", "9900039"));
        await scene.Member(trainee);
        await lti.Confirmed(trainee, "7");
        var course = (await scene.Tutor.Get<LtiCourseList>(scene.Path("lti/courses"))).Courses.Single();
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "The gradebook" });
        var scored = await (await scene.Tutor.Put(scene.Path($"lti/courses/{course.Id}/scores"), null,
            new { platformId = platform.Id, adapter = "moodle", receiver = "Made-up Deanery", country = "GB", agreement = "A made-up agreement" })).Content.ReadFromJsonAsync<LtiCourseBody>(TestContext.Current.CancellationToken);
        Assert.Equal(platform.Id, scored!.PlatformId);
        var outward = await scene.Tutor.Get<OutwardPlatformBody>(scene.Path($"platforms/{platform.Id}/outward"));
        Assert.Equal(
            [("siteUrl", lti.Platform.Site), ("clientId", "tool-client-1"), ("tokenUrl", $"{lti.Platform.Site}/token"), ("lineItemsUrl", $"{lti.Platform.Site}/lineitems?type_id=1"), ("membershipsUrl", $"{lti.Platform.Site}/members")],
            outward.Settings.Where(setting => setting.Set).Select(setting => (setting.Name, setting.Value!)));

        var browser = new Browser(lti.Host.Address);
        lti.Platform.Custom = [];
        var asked = await lti.Launch(browser, LtiScene.User(trainee, "7"));
        Assert.Contains($"/lti/scores/{course.Id}", asked.Location!, StringComparison.Ordinal);
        var form = await browser.Follow(asked);
        Assert.Contains("Made-up Deanery", form.Text, StringComparison.Ordinal);
        var fields = form.Form($"{asked.Location![(asked.Location!.IndexOf('?', StringComparison.Ordinal) + 1)..]}");
        await browser.Post(asked.Location!, [.. fields.Hidden, ("decision", "permit"), ("kinds", "period-account")]);
        var own = (await (await scene.As(trainee)).Get<ConnectionList>(scene.Path("connections"))).Connections.Single(one => one.PlatformId == platform.Id);
        Assert.Equal(["period-account"], own.Kinds);
        var settings = await (await scene.As(trainee)).Get<ConnectionSettingsBody>(scene.Path($"connections/{own.Id}/settings"));
        Assert.Equal("GMC9900039", settings.Settings.Single(setting => setting.Name == "idNumber").Value);
        // It asks once.
        Assert.Equal(lti.Home, (await lti.Launch(browser, LtiScene.User(trainee, "7"))).Location);
    }

    [Fact]
    public async Task A_platform_registers_itself_by_a_link_that_works_once()
    {
        var scene = lti.Scene;
        var link = await scene.Tutor.Post<LtiRegistrationLink>(scene.Path("lti/registration-links"), new { });
        var browser = new Browser(lti.Host.Address);
        var asked = $"{link.Url.AbsolutePath}?openid_configuration={Uri.EscapeDataString(lti.Platform.Site + "/openid-configuration")}&registration_token=one-time";
        var shown = await browser.Get(asked);
        Assert.Contains("Let it in", shown.Text, StringComparison.Ordinal);
        Assert.Null(lti.Platform.Registered);
        var made = await browser.Submit(shown, "");
        Assert.Contains("may now show this service", made.Text, StringComparison.Ordinal);
        Assert.Equal($"{lti.Host.Address}programmes/{scene.Programme}/lti/login", (string?)lti.Platform.Registered!["initiate_login_uri"]);
        Assert.Contains((await scene.Tutor.Get<LtiRegistrationList>(scene.Path("lti/registrations"))).Registrations, one => one.ClientId == "dynamic-client" && one.Deployments.Single() == "7");
        Assert.Contains("What you can do", (await browser.Get(asked)).Text, StringComparison.Ordinal);
        Assert.Contains("What you can do", (await browser.Get(asked.Replace("register/", "register/A", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }

    private async Task<PersonBody> Tutor(string key, string number)
    {
        var tutor = await lti.Scene.Person("Terry Tutor", key, number);
        await lti.Scene.Tutor.Post<FactBody>(lti.Scene.Path("appointments"), new { personId = tutor.Id, office = "tutor", from = "2024-08-01" });
        return tutor;
    }

    private async Task<JsonNode> Verified(string jwt)
    {
        var parts = jwt.Split('.');
        var kid = (string?)JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!["kid"];
        var keys = JsonNode.Parse(await lti.Host.Anybody().GetStringAsync($"{lti.Home}/platform-keys.json", TestContext.Current.CancellationToken))!["keys"]!.AsArray();
        var named = keys.Single(key => (string?)key!["kid"] == kid)!;
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars((string)named["n"]!), Exponent = Base64Url.DecodeFromChars((string)named["e"]!) });
        Assert.True(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
    }
}

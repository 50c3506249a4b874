using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Api.Feed;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Feed;

/// <summary>A wallet that speaks Open Badges 3.0 gets a trainee's records, once the programme lets it in and the trainee permits it, and nothing before or besides.</summary>
public sealed class OpenBadgesProviderTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wallet_that_knows_the_standard_alone_gets_what_the_trainee_permits_and_other_peoples_engines_verify_it()
    {
        var scene = await Scene.Set(host);
        var signed = await scene.Signed(await scene.A_filled_register("2025-05-14"));
        foreach (var day in new[] { "2025-05-21", "2025-05-28" })
            await scene.Signed(await scene.A_filled_register(day));
        var wallet = await Registered(scene);

        // Registered, and not let in: nobody is sent on, no token is given, the tutor sees that it waits.
        Assert.Equal(HttpStatusCode.BadRequest, (await wallet.Visit(wallet.Asking())).StatusCode);
        var platform = Assert.Single((await scene.Tutor.Get<PlatformList>(scene.Path("platforms"))).Platforms);
        Assert.Equal(("A badge wallet", wallet.ClientId, true), (platform.Name, platform.ClientId, platform.Waits));
        Assert.Empty((await (await scene.As(scene.Trainee)).Get<PlatformList>(scene.Path("platforms"))).Platforms);
        Assert.Equal("422 platform-unknown", await (await (await scene.As(scene.Trainee)).PostAsJsonAsync(scene.Path("connections"), new { platformId = platform.Id }, Cancellation)).Refusal());
        await LetIn(scene, platform);

        var token = await wallet.Redeem(await wallet.Permitted(scene, scene.Trainee, wallet.Asking(), "attendance", "presentation"));
        Assert.Equal(("Bearer", 900), (token.GetProperty("token_type").GetString(), token.GetProperty("expires_in").GetInt32()));
        var (all, _, total) = await wallet.All("");
        var (paged, pages, _) = await wallet.All("?limit=2");
        Assert.Equal((6, 3), (total, pages));
        Assert.Equal(all, paged);
        Assert.Equal(signed.Records.Where(record => record.PersonId == scene.Trainee.Id).Select(record => $"{record.Id}").Order(), all.Take(2).Select(jwt => Claims(jwt).GetProperty("id").GetString()![^36..]).Order());

        var profile = await (await wallet.Get("/profile")).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("Tara Trainee", profile.GetProperty("name").GetString());
        Assert.All(all, jwt => Assert.Equal(profile.GetProperty("id").GetString(), Claims(jwt).GetProperty("credentialSubject").GetProperty("id").GetString()));
        Assert.Equal("Profile", profile.GetProperty("type")[0].GetString());

        var input = new JsonObject
        {
            ["documents"] = new JsonObject(), ["now"] = $"{host.Clock.GetUtcNow():O}",
            ["jwks"] = JsonNode.Parse(await host.Anybody().GetStringAsync($"/programmes/{scene.Programme}/jwks.json", Cancellation)),
            ["records"] = new JsonObject(all.Index().Select(record => KeyValuePair.Create($"{record.Index}", (JsonNode?)record.Item))),
        };
        var said = JsonNode.Parse((await Checkers.Run("records.mjs", input.ToJsonString())).Output)!.AsObject();
        Assert.Equal(6, said.Count);
        Assert.All(said, record => Assert.Equal("verified", (string?)record.Value!["jose"]));
    }

    [Fact]
    public async Task A_correction_keeps_id_and_place_and_since_brings_what_is_new()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register("2025-05-14"));
        var wrong = await scene.A_filled_register("2025-05-21");
        await scene.Signed(wrong);
        var wallet = await Connected(scene, "attendance");
        var before = (await wallet.All("")).Jwts;
        Assert.Equal(2, before.Count);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var since = Uri.EscapeDataString($"{host.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}");
        Assert.Empty((await wallet.All("?since=" + since)).Jwts);

        // The first of the two is put right: it has the place and the id that it had, and other words.
        var first = before[0];
        var record = Claims(first).GetProperty("id").GetString()![^36..];
        var leader = await scene.As(scene.Leader);
        var amendment = new { reason = "She left early", minutes = 40, mode = "in-person" };
        var list = await leader.Post<SignOffListBody>(scene.Path($"records/{record}/amendments"), amendment);
        Assert.True((await leader.PostAsJsonAsync(scene.Path($"records/{record}/amendments"), new { amendment.reason, amendment.minutes, amendment.mode, listHash = list.Hash }, Cancellation)).IsSuccessStatusCode);
        var after = (await wallet.All("")).Jwts;

        Assert.Equal(before.Select(Id), after.Select(Id));
        Assert.NotEqual(before[0], after[0]);
        Assert.Equal(before[1], after[1]);
        Assert.Equal([after[0]], (await wallet.All("?since=" + since)).Jwts);

        // Other kinds by the trainee's own hand: the token goes on, and what it reaches now is new.
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        since = Uri.EscapeDataString($"{host.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}");
        var trainee = await scene.As(scene.Trainee);
        var connection = Assert.Single((await trainee.Get<ConnectionList>(scene.Path("connections"))).Connections);
        await Requests.Read<ConnectionBody>(await trainee.Put(scene.Path($"connections/{connection.Id}/kinds"), null, new { kinds = new[] { "presentation" } }));
        Assert.Equal(2, (await wallet.All("?since=" + since)).Total);
        Assert.All((await wallet.All("")).Jwts, jwt => Assert.DoesNotContain(Id(jwt), before.Select(Id)));
    }

    [Fact]
    public async Task A_token_ends_and_is_renewed_until_the_trainee_ends_the_permission()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register());
        var wallet = await Connected(scene, "attendance");
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("401 unauthorizedrequest", await Refusal(await wallet.Get("/credentials")));
        var (refresh, over) = (wallet.Refresh, wallet.Access);

        var renewed = await wallet.Renew();
        Assert.NotEqual(over, wallet.Access);
        Assert.Equal($"{BadgeWallet.Credentials} {BadgeWallet.Profile} {BadgeWallet.Offline}", renewed.GetProperty("scope").GetString());
        Assert.Single((await wallet.All("")).Jwts);
        // A lost answer costs nothing: the same one brings another.
        Assert.Equal(refresh, wallet.Refresh);
        await wallet.Renew(BadgeWallet.Profile);
        Assert.Equal("403 forbidden", await Refusal(await wallet.Get("/credentials")));
        Assert.Equal(HttpStatusCode.OK, (await wallet.Get("/profile")).StatusCode);

        var thief = await Connected(scene, "attendance", scene.Other);
        thief.Refresh = refresh;
        Assert.Equal("invalid_grant", (await thief.Renew()).GetProperty("error").GetString());
        await wallet.Renew();
        var trainee = await scene.As(scene.Trainee);
        var connection = (await trainee.Get<ConnectionList>(scene.Path("connections"))).Connections.Single(one => one.EndedAt is null);
        await trainee.Post<ConnectionBody>(scene.Path($"connections/{connection.Id}/end"), new { });
        Assert.Equal("401 unauthorizedrequest", await Refusal(await wallet.Get("/credentials")));
        Assert.Equal("invalid_grant", (await wallet.Renew()).GetProperty("error").GetString());
    }

    [Fact]
    public async Task What_one_trainee_permitted_opens_no_feed_and_the_feeds_token_opens_no_trainee()
    {
        var scene = await Scene.Set(host);
        await scene.Signed(await scene.A_filled_register());
        var wallet = await Connected(scene, "attendance");
        var feed = host.Anybody();
        feed.DefaultRequestHeaders.Authorization = new("Bearer", wallet.Access);
        foreach (var path in new[] { "feed", "", "people", "platforms", "connections" })
            Assert.Equal("404 not-found", await (await feed.GetAsync(scene.Path(path), Cancellation)).Refusal());
        Assert.Equal("unauthorized_client", (await wallet.Token("http://localhost:5080/oauth/token", ("grant_type", "client_credentials"))).GetProperty("error").GetString());

        var puller = await Puller.Let_in(host, scene);
        await puller.Connected_by(scene.Trainee, "attendance");
        var token = puller.Client.DefaultRequestHeaders.Authorization!.Parameter;
        Assert.Single((await puller.Pull()).Entries);
        Assert.Equal("403 forbidden", await Refusal(await wallet.Get("/credentials", token)));
        Assert.Equal("403 forbidden", await Refusal(await wallet.Get("/credentials", (await scene.As(scene.Trainee)).DefaultRequestHeaders.Authorization!.Parameter)));

        // Two trainees of one wallet: each token reaches its own.
        var other = await Connected(scene, "attendance", scene.Other);
        Assert.NotEqual(Id(Assert.Single((await wallet.All("")).Jwts)), Id(Assert.Single((await other.All("")).Jwts)));
    }

    [Fact]
    public async Task Whatever_is_wrong_is_refused_in_the_standards_own_words()
    {
        var scene = await Scene.Set(host);
        var wallet = await Connected(scene, "attendance");
        foreach (var query in new[] { "limit=0", "limit=-1", "limit=x", "limit=1.5", "offset=-1", "offset=x", "limit=99999999999", "since=yesterday", "since=2025-06-02", "since=" })
            Assert.Equal("400 invalid_query_parameter", await Refusal(await wallet.Get("/credentials?" + query)));
        foreach (var token in new[] { "pt_nonsense", "x", "eyJhbGciOiJub25lIn0.e30." })
            Assert.Equal("401 unauthorizedrequest", await Refusal(await wallet.Get("/credentials", token)));
        Assert.Equal("404 not_found", await Refusal(await wallet.Get("/no-such-thing")));
        Assert.Equal("405 not_allowed", await Refusal(await host.Anybody().PostAsJsonAsync("/ims/ob/v3p0/credentials", new { }, Cancellation)));
        Assert.Equal("404 not_found", await Refusal(await wallet.Get($"http://localhost:5080/programmes/{(await Scene.Set(host)).Programme}/ims/ob/v3p0/credentials")));
        Assert.Equal(HttpStatusCode.OK, (await wallet.Get($"http://localhost:5080/programmes/{scene.Programme}/ims/ob/v3p0/credentials")).StatusCode);
        // Several programmes are here, and none is named.
        Assert.Equal("404 not_found", await Refusal(await wallet.Get("http://localhost:5080/ims/ob/v3p0/discovery")));
        Assert.Equal("404 not_found", await Refusal(await wallet.Get($"http://localhost:5080/programmes/{Guid.CreateVersion7()}/ims/ob/v3p0/discovery")));
        Assert.Equal((0, 0), ((await wallet.All("?offset=1000")).Jwts.Count, (await wallet.All("")).Total));
    }

    [Fact]
    public async Task Nobody_registers_with_an_address_or_a_wish_that_cannot_be()
    {
        var scene = await Scene.Set(host);
        var wallet = new BadgeWallet(host, $"http://localhost:5080/programmes/{scene.Programme}");
        await wallet.Discover();
        string[] home = [BadgeWallet.Home];
        foreach (var (error, metadata) in new (string, object)[]
        {
            ("invalid_client_metadata", new { redirect_uris = home }), ("invalid_client_metadata", new { client_name = "x\u0000y", redirect_uris = home }),
            ("invalid_client_metadata", new { client_name = new string('x', 300), redirect_uris = home }), ("invalid_client_metadata", new { client_name = 7, redirect_uris = home }),
            ("invalid_redirect_uri", new { client_name = "A wallet" }), ("invalid_redirect_uri", new { client_name = "A wallet", redirect_uris = Array.Empty<string>() }),
            ("invalid_redirect_uri", new { client_name = "A wallet", redirect_uris = new[] { "http://wallet.example.org/" } }),
            ("invalid_redirect_uri", new { client_name = "A wallet", redirect_uris = new[] { "javascript:alert(1)" } }),
            ("invalid_redirect_uri", new { client_name = "A wallet", redirect_uris = BadgeWallet.Home }),
            ("invalid_client_metadata", new { client_name = "A wallet", redirect_uris = home, token_endpoint_auth_method = "none" }),
            ("invalid_client_metadata", new { client_name = "A wallet", redirect_uris = home, grant_types = new[] { "implicit" } }),
            ("invalid_client_metadata", new { client_name = "A wallet", redirect_uris = home, response_types = new[] { "token" } }),
            ("invalid_client_metadata", new { client_name = "A wallet", redirect_uris = home, scope = "everything" }),
            ("invalid_client_metadata", new { client_name = "A wallet", redirect_uris = home, scope = "feed" }),
            ("invalid_client_metadata", new[] { "A wallet" }), ("invalid_client_metadata", "A wallet"),
        })
        {
            var answer = await wallet.AskToRegister(metadata);
            var refusal = await answer.Content.ReadFromJsonAsync<RegistrationRefusal>(Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest && refusal!.Error == error, $"{JsonSerializer.Serialize(metadata)}: {(int)answer.StatusCode} {refusal}");
        }
        foreach (var body in new[] { "", "{", "{\"client_name\":\"a\",\"client_name\":\"b\"}", "\u0000", new string('[', 100) })
            Assert.Equal(HttpStatusCode.BadRequest, (await host.Anybody().PostAsync($"/programmes/{scene.Programme}/ims/ob/v3p0/registrations", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation)).StatusCode);
        Assert.Empty((await scene.Tutor.Get<PlatformList>(scene.Path("platforms"))).Platforms);

        // Members that are not known are passed over, and of scopes that are not offered those that are remain.
        await wallet.Register($"{BadgeWallet.Credentials} https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert");
        await LetIn(scene, Assert.Single((await scene.Tutor.Get<PlatformList>(scene.Path("platforms"))).Platforms));
        var asked = await wallet.Visit(wallet.Asking($"{BadgeWallet.Credentials} {BadgeWallet.Profile}"));
        Assert.Contains("error=invalid_scope", asked.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("error", (await wallet.Visit(wallet.Asking(BadgeWallet.Credentials))).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "feed")]
    [InlineData("feed", "feed")]
    [InlineData("feed offline_access", null)]
    [InlineData("offline_access", null)]
    [InlineData("feed https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly", null)]
    [InlineData("https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly  offline_access", "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly offline_access")]
    [InlineData("https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert", null)]
    public void A_feed_and_one_trainees_records_are_not_had_together(string? asked, string? granted) => Assert.Equal(granted, Scopes.Granted(asked));

    private async Task<BadgeWallet> Registered(Scene scene)
    {
        var wallet = new BadgeWallet(host, $"http://localhost:5080/programmes/{scene.Programme}");
        await wallet.Discover();
        await wallet.Register();
        return wallet;
    }

    private async Task<BadgeWallet> Connected(Scene scene, string kind, PersonBody? trainee = null)
    {
        var wallet = await Registered(scene);
        await LetIn(scene, (await scene.Tutor.Get<PlatformList>(scene.Path("platforms"))).Platforms.Single(one => one.ClientId == wallet.ClientId));
        await wallet.Redeem(await wallet.Permitted(scene, trainee ?? scene.Trainee, wallet.Asking(), kind));
        return wallet;
    }

    private static async Task LetIn(Scene scene, PlatformBody platform) =>
        Assert.Equal("live", (await scene.Tutor.Post<PlatformSettings>(scene.Path($"platforms/{platform.Id}/resume"), new { })).State);

    private static JsonElement Claims(string jwt) => JsonSerializer.Deserialize<JsonElement>(System.Buffers.Text.Base64Url.DecodeFromChars(jwt.Split('.')[1]));

    private static string Id(string jwt) => Claims(jwt).GetProperty("id").GetString()!;

    private static async Task<string> Refusal(HttpResponseMessage answer)
    {
        var status = (await answer.Content.ReadFromJsonAsync<OpenBadgesRefusal>())!;
        Assert.Equal(("failure", "error"), (status.CodeMajor, status.Severity));
        return $"{(int)answer.StatusCode} {Assert.Single(status.CodeMinor.Fields).Value}";
    }
}

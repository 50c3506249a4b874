using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Pages;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Adapters.Webhook;
using Portfolio.Tests.Deliveries;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Pages;

/// <summary>What makers of platforms are told is so: each program on the page runs, the addresses answer, and a client can be generated.</summary>
public sealed class PlatformMakersTests(EmbedHost embed, RealBrowser chromium) : IClassFixture<EmbedHost>, IClassFixture<RealBrowser>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EmbedScene Scene => embed.Scene;

    [Fact]
    public async Task The_program_that_pulls_prints_what_is_new_and_where_it_ended()
    {
        var pulling = await Scene.Another(Scene.Scene.Trainee, "attendance");
        var (id, secret) = (pulling.Platform.Platform.ClientId, pulling.Platform.Platform.Secret!);
        var lines = await Run("pull.mjs", ("CLIENT_ID", id), ("CLIENT_SECRET", secret));
        Assert.Equal(["issued", "issued", "next"], lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines[..^1], line => Assert.Matches($"^issued {pulling.Permission.Trainee} attendance [\\w-]+\\.[\\w-]+\\.[\\w-]+$", line));
        Assert.Equal(["next 2"], await Run("pull.mjs", ("CLIENT_ID", id), ("CLIENT_SECRET", secret), ("AFTER", "2")));
    }

    [Fact]
    public async Task The_program_that_receives_takes_what_we_sign_and_nothing_else()
    {
        var port = FreePort();
        var outward = await OutwardScene.Let_in(embed.Host, Scene.Scene);
        await Requests.Read<OutwardPlatformBody>(await outward.Put(OutwardScene.Body(
            [new { name = "url", value = $"http://127.0.0.1:{port}/" }, new { name = "secret", value = ReceiverDouble.Secret }], adapter: "webhook")));
        await outward.Connected_by(Scene.Scene.Trainee, "attendance");
        using var receiver = Start("receive.mjs", ("PORT", $"{port}"), ("SECRET", ReceiverDouble.Secret));
        var now = embed.Host.Clock.GetUtcNow();
        try
        {
            await Listens(port);
            // It checks the time by its own clock.
            embed.Host.Clock.Set(TimeProvider.System.GetUtcNow());
            await embed.Host.Service<DeliveryWorker>().DeliverAll(Cancellation);
            for (var line = 0; line < 2; line++)
                Assert.Matches("^\\S+ record\\.signed https?://\\S+/records/\\S+$", await receiver.StandardOutput.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
            using var client = new HttpClient();
            var forged = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/")
            {
                Content = new StringContent("{}"), Headers = { { "webhook-id", "msg_1" }, { "webhook-timestamp", $"{embed.Host.Clock.GetUtcNow().ToUnixTimeSeconds()}" }, { "webhook-signature", "v1," + Convert.ToBase64String(new byte[32]) } },
            };
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(forged, Cancellation)).StatusCode);
        }
        finally
        {
            embed.Host.Clock.Set(now);
            receiver.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task The_program_that_embeds_writes_two_lines_that_show_the_year()
    {
        var bearer = Scene.Platform.Client.DefaultRequestHeaders.Authorization!.Parameter!;
        var lines = await Run("embed.mjs", ("TOKEN", bearer), ("TRAINEE", $"{Scene.Permission.Trainee}"));
        await using var elsewhere = await ElsewherePage.Open(embed.Host.Address);
        elsewhere.Body = Regex.Replace(string.Join('\n', lines), "http://localhost:[0-9]+/", $"{embed.Host.Address}");
        var page = await chromium.Open(width: 390);
        await page.GotoAsync(elsewhere.Address);
        await Assertions.Expect(page.Locator("cbd-group-progress h2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_page_shows_those_programs_each_in_under_ten_lines()
    {
        foreach (var name in new[] { "pull.mjs", "receive.mjs", "embed.mjs" })
        {
            Assert.InRange(ForPlatformsModel.Example(name).TrimEnd().Split('\n').Length, 3, 9);
            Assert.DoesNotContain(ForPlatformsModel.Example(name).Split('\n'), line => line.Length > 150);
        }
        var page = WebUtility.HtmlDecode(await embed.Host.Anybody().GetStringAsync("/for-platforms", Cancellation));
        Assert.All(new[] { "pull.mjs", "receive.mjs", "embed.mjs" }, name => Assert.Contains(ForPlatformsModel.Example(name), page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_can_be_set_on_the_element_is_what_its_script_reads_with_the_colours_it_has_otherwise()
    {
        var script = Encoding.UTF8.GetString(StaticFiles.Bytes("cbd-group-progress.js"));
        var read = Regex.Matches(script, "var\\((--cbd-[a-z]+), ").Select(found => found.Groups[1].Value).Distinct();
        Assert.Equal(ForPlatformsModel.Theme.Select(one => one.Name).Order(), read.Order());
        Assert.All(ForPlatformsModel.Theme, one => Assert.Contains($"var({one.Name}, {one.Light})", script, StringComparison.Ordinal));
        Assert.All(ForPlatformsModel.Theme.Where(one => one.Dark is not null), one => Assert.Contains($"var({one.Name}, light-dark({one.Light}, {one.Dark}))", script, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_spoken_is_told_as_the_schema_has_it_and_every_address_answers()
    {
        using var answer = await embed.Host.Anybody().GetAsync("/.well-known/portfolio", Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var checkedBy = await Checkers.Run("json-schema.mjs", $"[{text}]", Path.Combine(Source.Root, "contracts", "schemas", "well-known-portfolio.schema.json"));
        Assert.Equal("[[]]", checkedBy.Output);
        var told = JsonNode.Parse(text)!;
        var interfaces = told["interfaces"]!.AsArray().ToDictionary(one => (string)one!["name"]!, one => one!["addresses"]!.AsObject());
        Assert.Superset(new HashSet<string> { "feed", "oauth", "webhook", "embed", "case", "verify", "keys" }, interfaces.Keys.ToHashSet());
        foreach (var address in interfaces.Values.SelectMany(one => one.Select(place => (string)place.Value!)).Concat(new[] { "documentation", "openApi" }.Select(name => (string)told[name]!)))
        {
            var path = EmbedScene.Here(address.Replace("{programmeId}", $"{Scene.Scene.Programme}", StringComparison.Ordinal).Replace("{pairwiseId}", $"{Scene.Permission.Trainee}", StringComparison.Ordinal));
            using var there = await embed.Host.Anybody().GetAsync(path, Cancellation);
            Assert.True(there.StatusCode is not HttpStatusCode.InternalServerError && (there.StatusCode != HttpStatusCode.NotFound || path == "/oembed" || path.Contains("/lti/", StringComparison.Ordinal)), $"{path}: {there.StatusCode}");
        }
    }

    [Fact]
    public async Task A_client_is_generated_from_the_description_and_its_types_hold()
    {
        using var folder = new TemporaryFolder();
        var made = await Checkers.Run("node_modules/openapi-typescript/bin/cli.js", "", Path.Combine(Source.Root, "openapi.yaml"), "-o", folder["api.ts"]);
        Assert.True(made.ExitCode == 0, made.Output + made.Error);
        File.Copy(Path.Combine(Checkers.Folder, "client.ts"), folder["client.ts"]);
        var compiled = await Checkers.Run("node_modules/typescript/bin/tsc", "", "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext", folder["client.ts"], folder["api.ts"]);
        Assert.True(compiled.ExitCode == 0, compiled.Output + compiled.Error);
    }

    private async Task<string[]> Run(string example, params (string Name, string Value)[] settings)
    {
        using var node = Start(example, settings);
        var (output, error) = (node.StandardOutput.ReadToEndAsync(Cancellation), node.StandardError.ReadToEndAsync(Cancellation));
        await node.WaitForExitAsync(Cancellation);
        Assert.True(node.ExitCode == 0, await error);
        return (await output).TrimEnd('\n').Split('\n');
    }

    private Process Start(string example, params (string Name, string Value)[] settings)
    {
        // As the page shows it, and not as it lies in the tree.
        var start = new ProcessStartInfo("node", ["--input-type=module", "-e", ForPlatformsModel.Example(example)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings.Concat([("PORTFOLIO", $"{embed.Host.Address}".TrimEnd('/')), ("PROGRAMME", $"{Scene.Scene.Programme}")]))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Listens(int port)
    {
        for (var tries = 0; ; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, Cancellation);
                return;
            }
            catch (SocketException) when (tries < 100)
            {
                await Task.Delay(50, Cancellation);
            }
        }
    }
}

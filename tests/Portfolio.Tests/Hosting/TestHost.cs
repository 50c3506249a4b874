using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Portfolio.Adapters.Leap2A;
using Portfolio.Adapters.Mahara;
using Portfolio.Adapters.Moodle;
using Portfolio.Adapters.OpenBadges;
using Portfolio.Adapters.Upload;
using Portfolio.Adapters.Webhook;
using Portfolio.Adapters.Xapi;
using Portfolio.Api;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Mail;
using Portfolio.Api.Records;
using Portfolio.Api.Verbs;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Deliveries;

namespace Portfolio.Tests.Hosting;

/// <summary>The real host over real HTTP on a free loopback port, with a database of its own: <c>IClassFixture&lt;TestHost&gt;</c>.</summary>
public sealed class TestHost(TestCluster cluster) : IAsyncLifetime
{
    internal const string MasterKey = "bm90IGEgc2VjcmV0OiBvbmx5IGZvciB0ZXN0cyBoZSE=";

    private readonly TestDatabase database = new(cluster);
    private readonly List<WebApplication> others = [];
    private readonly TemporaryFolder folder = new();
    private readonly RsaKeys keys = new();
    private WebApplication app = null!;

    /// <summary>The hands of the clock: every decision of the host is judged by them.</summary>
    internal MovableClock Clock { get; } = new(new DateTimeOffset(2025, 6, 2, 12, 0, 0, TimeSpan.Zero));

    internal PortfolioDatabase Database => database.Database;

    internal DatabaseConnections Connections => database.Connections;

    internal Uri Address { get; private set; } = null!;

    /// <summary>Configuration besides the master key, for a host that a fixture makes for itself.</summary>
    internal Dictionary<string, string?> Settings { get; } = new()
    {
        // All tests of a class are one address, and often one person; how often anybody may ask has tests of its own.
        ["Portfolio:Limits:Platform"] = "1000000", ["Portfolio:Limits:Person"] = "1000000", ["Portfolio:Limits:Origin"] = "1000000",
        // Tests that deliver say when.
        ["Portfolio:Deliveries:Here"] = "false",
    };

    /// <summary>Adapters, for a host that a fixture makes for itself.</summary>
    internal List<IPortfolioAdapter> Adapters { get; } =
        [new MaharaAdapter(), new MoodleAdapter(), new OpenBadgesAdapter(), new UploadAdapter(), new WebhookAdapter(), new XapiAdapter(), new MadeUpAdapter()];

    /// <summary>What the host has logged.</summary>
    internal Logbook Log { get; } = new();

    /// <summary>Where it is noted who was erased.</summary>
    internal string ErasureList => folder["erased"];

    internal Task<string> Superuser() => database.Superuser();

    internal T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Every endpoint as it is mapped.</summary>
    internal IEnumerable<Microsoft.AspNetCore.Routing.RouteEndpoint> Endpoints =>
        Service<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>();

    /// <summary>Somebody who is not signed in.</summary>
    internal HttpClient Anybody() => new() { BaseAddress = Address };

    /// <summary>Signed in to a demonstration programme, by key or id.</summary>
    internal async Task<HttpClient> As(string programme, string person)
    {
        var client = Anybody();
        var answer = await client.PostAsJsonAsync("/demonstration/sign-in", new { programme, person });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var token = (await answer.Content.ReadFromJsonAsync<SignedIn>())!.Token;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>The letters to an address, oldest first, once there are as many.</summary>
    internal async Task<IReadOnlyList<Letter>> LettersTo(string address, int atLeast = 1)
    {
        for (var tries = 0; ; tries++)
        {
            await Service<Postman>().Deliver(TestContext.Current.CancellationToken);
            var sent = Directory.CreateDirectory(Service<MailRoom>().Folder).EnumerateFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc)
                .Select(file => LetterFile.Read(File.ReadAllText(file.FullName))).Where(letter => letter.To == address).ToList();
            if (sent.Count >= atLeast || tries > 50)
                return sent.Count >= atLeast ? sent : throw new InvalidOperationException($"{sent.Count} letters to {address}, not {atLeast}.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        app = await Start();
        Address = AddressOf(app);
    }

    /// <summary>Another host on the same database.</summary>
    internal async Task<HttpClient> Another()
    {
        others.Add(await Start());
        return new() { BaseAddress = AddressOf(others[^1]) };
    }

    private async Task<WebApplication> Start()
    {
        var builder = WebHost.CreateBuilder(new ServeArguments(null, ["--urls=http://127.0.0.1:0"]));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(Settings) { ["Portfolio:MasterKey"] = Settings.GetValueOrDefault("Portfolio:MasterKey", MasterKey), ["Portfolio:ErasureList"] = ErasureList });
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddProvider(Log);
        // Tests refuse by the hundred; who wants to know why asks the log book.
        builder.Logging.AddFilter<ConsoleLoggerProvider>("Portfolio.Api.Access", LogLevel.Error);
        builder.Services.AddSingleton(database.Database);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<NewRsa>(_ => () => keys.Next());
        builder.AddHouse(dataFolder: folder["data"]);
        builder.AddAdapters(Adapters);
        builder.AddPlugins(folder["data"]);
        builder.AddLeap2A(Leap2AZip.Write);
        var started = builder.Build();
        started.MapHouse();
        await started.StartAsync();
        return started;
    }

    private static Uri AddressOf(WebApplication started) => new(started.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public async ValueTask DisposeAsync()
    {
        foreach (var other in others)
            await other.DisposeAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }
}

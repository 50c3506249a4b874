using Portfolio.Adapters.Leap2A;
using Portfolio.Adapters.Mahara;
using Portfolio.Adapters.Moodle;
using Portfolio.Adapters.OpenBadges;
using Portfolio.Adapters.Upload;
using Portfolio.Adapters.Webhook;
using Portfolio.Adapters.Xapi;
using Portfolio.Api;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Demonstration;
using Portfolio.Api.Verbs;

return await CommandLine.Run(args, Serve);

static async Task Serve(ServeArguments arguments, CancellationToken cancellation)
{
    var builder = WebHost.CreateBuilder(arguments);
    await using var database = await builder.AddDatabase(arguments, cancellation);
    builder.AddHouse(DataFolderOf(arguments));
    builder.AddAdapters(new MaharaAdapter(), new MoodleAdapter(), new OpenBadgesAdapter(), new UploadAdapter(), new WebhookAdapter(), new XapiAdapter());
    builder.AddPlugins(DataFolderOf(arguments));
    builder.AddLeap2A(Leap2AZip.Write);

    await using var app = builder.Build();
    app.MapHouse();
    app.OfferDemonstration();
    await app.RunAsync(cancellation);
}

static string DataFolderOf(ServeArguments arguments) => Portfolio.Api.Database.DataFolder.At(arguments.Data).Path;

using Portfolio.Api.Database;
using Portfolio.Api.Verbs;

return await CommandLine.Run(args, Serve);

static async Task Serve(ServeArguments arguments, CancellationToken cancellation)
{
    var builder = WebHost.CreateBuilder(arguments);
    await using var database = await builder.AddDatabase(arguments, cancellation);

    await using var app = builder.Build();
    app.MapHealth();
    await app.RunAsync(cancellation);
}

using Portfolio.Api.Access;
using Portfolio.Api.Database;

namespace Portfolio.Api.Verbs;

/// <summary>The manners of the host that have nothing to do with what it serves.</summary>
internal static class WebHost
{
    internal static WebApplicationBuilder CreateBuilder(ServeArguments arguments)
    {
        // The files beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder([$"--contentRoot={AppContext.BaseDirectory}", .. arguments.Settings]);
        // A request is a trace, not a line: paths hold ids, and lines are for what somebody has to read.
        builder.Logging
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter(typeof(TokenSignIn).FullName, LogLevel.Warning)
            .AddFilter(typeof(ProviderSignInHandler).FullName, LogLevel.Warning)
            // It warns that a page with a form must not be cached; ours say so themselves.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && builder.Configuration["https_ports"] is null)
            builder.WebHost.UseUrls("http://localhost:5080");
        return builder;
    }

    /// <summary>The caller disposes of it, after the host: its last requests still need it.</summary>
    internal static async Task<PortfolioDatabase> AddDatabase(this WebApplicationBuilder builder, ServeArguments arguments, CancellationToken cancellation)
    {
        var database = await DatabaseStart.Open(DatabaseOptions.From(builder.Configuration), arguments.Data, ClusterUse.Serve, cancellation);
        builder.Services.AddSingleton(database);
        return database;
    }
}

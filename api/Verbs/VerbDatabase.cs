using System.CommandLine;
using Portfolio.Api.Database;

namespace Portfolio.Api.Verbs;

/// <summary>The database for one verb: the configured one, the running host's, or one started for this answer.</summary>
internal static class VerbDatabase
{
    internal static Task<PortfolioDatabase> Open(ParseResult parsed, CancellationToken cancellation) =>
        DatabaseStart.Open(DatabaseOptions.From(Configuration()), parsed.GetValue(CommandLine.Data), ClusterUse.Verb, cancellation);

    /// <summary>The same sources as the host's, without its command line.</summary>
    internal static IConfiguration Configuration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}

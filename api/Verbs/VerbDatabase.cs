using System.CommandLine;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Verbs;

/// <summary>The database for one verb: the configured one, the running host's, or one started for this answer.</summary>
internal static class VerbDatabase
{
    internal static async Task<PortfolioDatabase> Open(ParseResult parsed, CancellationToken cancellation)
    {
        var database = await DatabaseStart.Open(DatabaseOptions.From(Configuration()), parsed.GetValue(CommandLine.Data), ClusterUse.Verb, cancellation);
        try
        {
            await VerbHouse.Open(parsed).EraseAgain(database, cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="RefusedException">There is none with that key.</exception>
    internal static async Task<Programme> Programme(this PortfolioDatabase database, string key, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return await ProgrammeStore.Find(work, key) ?? throw new RefusedException($"There is no programme {key}.");
    }

    /// <summary>The same sources as the host's, without its command line.</summary>
    internal static IConfiguration Configuration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();
}

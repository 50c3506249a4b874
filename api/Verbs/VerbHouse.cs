using System.CommandLine;
using System.CommandLine.Parsing;
using Portfolio.Api.Audit;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Api.Privacy;
using Portfolio.Api.Records;

namespace Portfolio.Api.Verbs;

/// <summary>What verbs need of the house, without the host: built from the same configuration.</summary>
internal sealed class VerbHouse
{
    private readonly ServiceProvider services;

    private VerbHouse(ServiceProvider services) => this.services = services;

    public PublicAddress Address => services.GetRequiredService<PublicAddress>();
    public TimeProvider Clock => services.GetRequiredService<TimeProvider>();
    public Importer Importer => services.GetRequiredService<Importer>();
    public EvidenceImport Evidence => services.GetRequiredService<EvidenceImport>();
    public PersonStore People => services.GetRequiredService<PersonStore>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>As a host does at its start: no verb sees whom a restored backup brought back.</summary>
    public Task EraseAgain(PortfolioDatabase database, CancellationToken cancellation) =>
        ErasureAgain.Run(database, Get<ErasureList>(), services, Get<ILogger<ErasureAgain>>(), cancellation);

    /// <summary>From here on, whatever is committed is audited as this verb's doing.</summary>
    public static VerbHouse Open(ParseResult parsed)
    {
        var configuration = VerbDatabase.Configuration();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddSimpleConsole().AddFilter("Microsoft", LogLevel.Warning));
        services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddStages(configuration, DataFolder.At(parsed.GetValue(CommandLine.Data)).Path);
        var house = new VerbHouse(services.BuildServiceProvider());
        AuditTrail.Doing("verb " + string.Join(' ', Words(parsed.CommandResult)), house.Get<AuditTrail>, house.Clock);
        return house;
    }

    private static IEnumerable<string> Words(CommandResult verb) => verb.Parent is CommandResult parent ? [.. Words(parent), verb.Command.Name] : [];
}

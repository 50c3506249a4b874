using System.Reflection;
using System.Text.RegularExpressions;
using Portfolio.Adapters.Outbound;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Http;
using Portfolio.Api.Mail;
using Portfolio.Api.Sealing;

namespace Portfolio.Tests.Readme;

/// <summary>What README.md says is so: its settings, its folders, its length.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Source.Root, "README.md"));

    private static readonly string Configuration = File.ReadAllText(Path.Combine(Source.Root, "api", "configuration.md"));

    [Fact]
    public void Every_setting_stands_in_the_table_and_no_other()
    {
        var rows = Setting().Matches(Configuration).Select(match => match.Groups["name"].Value).ToList();
        string[] settings =
        [
            .. Of<AddressOptions>("Portfolio"), .. Of<SealingOptions>("Portfolio"), .. Of<DatabaseOptions>("Portfolio:Database"), .. Of<MailOptions>("Portfolio:Mail"),
            .. Of<LimitOptions>("Portfolio:Limits"), .. Of<DeliveryOptions>("Portfolio:Deliveries"), .. Of<OutboundOptions>("Portfolio:Outbound"), .. Of<Patience>("Portfolio:Outbound:Patience"), .. Of<ProviderOptions>("Portfolio:Providers:NAME"),
            .. Of<TelemetryOptions>("Portfolio:Telemetry"), .. Of<PluginOptions>("Portfolio"),
        ];
        Assert.Equal(settings.Order(), rows.Order());
    }

    [Fact]
    public void Every_setting_is_told_as_the_environment_spells_it()
    {
        foreach (Match row in Setting().Matches(Configuration))
            Assert.Equal(row.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant(), row.Groups["environment"].Value);
    }

    [Fact]
    public void Every_folder_of_the_host_is_in_the_table_and_every_one_in_the_table_is_there()
    {
        var told = Folder().Matches(Readme).SelectMany(match => match.Groups["folder"].Captures).Select(capture => capture.Value);
        var there = Directory.GetDirectories(Path.Combine(Source.Root, "api")).Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any()).Select(path => Path.GetFileName(path)!);
        Assert.Equal(there.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_short_and_every_file_it_links_is_there()
    {
        Assert.True(Readme.Split('\n').Length < 200);
        Assert.All(Link().Matches(Readme).Select(match => match.Groups["file"].Value), file => Assert.True(Path.Exists(Path.Combine(Source.Root, file)), file));
    }

    private static IEnumerable<string> Of<T>(string section) =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{section}:{property.Name}");

    [GeneratedRegex(@"^\| `(?<name>Portfolio:[\w:]+)` \| `(?<environment>\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| (`(?<folder>\w+)`(, )?)+ \| [A-Z]", RegexOptions.Multiline)]
    private static partial Regex Folder();

    [GeneratedRegex(@"\]\((?<file>[^)#:]+)\)")]
    private static partial Regex Link();
}

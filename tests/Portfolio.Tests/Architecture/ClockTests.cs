using System.Text.RegularExpressions;

namespace Portfolio.Tests.Architecture;

public sealed partial class ClockTests
{
    // Where the machine's clock enters, as a TimeProvider: the host's services, and verbs that run without them. Everything else is handed the time.
    private const string Host = "Http/HttpSetup.cs", Verbs = "Verbs/";

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var today = DateTime.Today;")]
    [InlineData("var now = TimeProvider.System.GetUtcNow();")]
    [InlineData("var ticks = Environment.TickCount64;")]
    public void A_look_at_the_machines_clock_is_caught(string text) => Assert.Single(Faults("api", [new("People/Person.cs", text)]));

    [Fact]
    public void Nothing_looks_at_the_machines_clock()
    {
        foreach (var folder in new[] { "api", "contracts", "adapters" })
            Assert.Empty(Faults(folder, Repository.Sources(folder)));
        Assert.Contains("TimeProvider.System", File.ReadAllText(Path.Combine(Repository.Root, "api", Host)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(string folder, IEnumerable<Source> sources) =>
        from source in sources
        from Match look in Looks().Matches(source.Text)
        where look.Value != "TimeProvider.System" || (source.Path != Host && !source.Path.StartsWith(Verbs, StringComparison.Ordinal))
        select $"{folder}/{source.Path}: {look.Value}";

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|TimeProvider\.System\b|Environment\.TickCount")]
    private static partial Regex Looks();
}

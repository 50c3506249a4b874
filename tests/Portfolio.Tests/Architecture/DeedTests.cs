using System.Text.RegularExpressions;

namespace Portfolio.Tests.Architecture;

/// <summary>Requests and verbs say by themselves what they do; a worker has to, or what it changes would be in no audit.</summary>
public sealed partial class DeedTests
{
    // One writes the audit itself, and one knows no database.
    private static readonly string[] Silent = ["Audit/AuditClerk.cs", "Http/Telemetry.cs"];

    [Theory]
    [InlineData("internal sealed class Sweeper(TimeProvider clock) : BackgroundService { }")]
    [InlineData("internal sealed class Sweeper\n    : IHostedService, IDisposable { }")]
    public void A_worker_that_does_not_say_what_it_does_is_caught(string text) => Assert.Single(Faults([new("Mail/Sweeper.cs", text)]));

    [Fact]
    public void Every_worker_says_what_it_does() => Assert.Empty(Faults(Repository.Sources("api")));

    [Fact]
    public void Every_verb_that_keeps_something_opens_the_house_first() => Assert.Empty(
        Repository.Sources("api").Where(source => source.Path.StartsWith("Verbs/", StringComparison.Ordinal) && source.Text.Contains(".Commit()", StringComparison.Ordinal)
            && !source.Text.Contains("VerbHouse.Open(", StringComparison.Ordinal)).Select(source => source.Path));

    private static IEnumerable<string> Faults(IEnumerable<Source> sources) =>
        from source in sources
        where Worker().IsMatch(source.Text) && !Silent.Contains(source.Path) && !Says().IsMatch(source.Text)
        select $"{source.Path}: say `using var deed = trail.Doing(\"worker …\")` where it begins, so that what it changes is audited";

    [GeneratedRegex(@"class[^{;]*:[^{;]*\b(BackgroundService|IHosted\w*Service)\b")]
    private static partial Regex Worker();

    [GeneratedRegex("""\.Doing\("worker """)]
    private static partial Regex Says();
}

using System.CommandLine;
using System.Text.RegularExpressions;

namespace Portfolio.Api.Verbs;

/// <param name="Data">The data folder asked for.</param>
/// <param name="Settings">ASP.NET Core's own settings (<c>--urls=…</c>, <c>--Section:Key=value</c>).</param>
internal sealed record ServeArguments(string? Data, string[] Settings);

/// <summary><c>serve</c>, also what happens without a verb. The one verb that passes settings on to the web host.</summary>
internal static partial class ServeVerb
{
    internal static Command Create(Func<ServeArguments, CancellationToken, Task> serve) =>
        Complete(new Command("serve", "Serve on http://localhost:5080 (another address: --urls=http://…). The default."), serve);

    internal static Command Complete(Command command, Func<ServeArguments, CancellationToken, Task> serve)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => serve(new(parsed.GetValue(CommandLine.Data), [.. parsed.UnmatchedTokens]), cancellation));
        return command;
    }

    /// <summary>What was not understood: the parser's complaints, and whatever is not a setting of the web host.</summary>
    internal static IReadOnlyList<string> Misunderstood(ParseResult parsed) =>
    [
        .. parsed.Errors.Select(error => error.Message),
        // The root's leniency reaches every verb's tokens: only serving may have any left over.
        .. parsed.UnmatchedTokens
            .Where(token => !Setting().IsMatch(token) || parsed.CommandResult.Command is { TreatUnmatchedTokensAsErrors: true })
            .Select(token => $"Unknown verb or option '{token}'."),
    ];

    // A section's own name without a value is how ASP.NET's test host passes sections on.
    [GeneratedRegex("^--((urls|environment|contentRoot|applicationName|[A-Za-z]+(:[A-Za-z0-9]+)+)=|[A-Za-z]+=$)", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}

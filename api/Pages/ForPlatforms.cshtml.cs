using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;

namespace Portfolio.Api.Pages;

/// <summary>For makers of portfolios: three ways in, each as a program that a test runs against the real service, and what they can rely on.</summary>
internal sealed class ForPlatformsModel : PageModel, IPageFor
{
    private const string Prefix = "Examples/";

    private static readonly Dictionary<string, string> Examples = typeof(ForPlatformsModel).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], Read);

    /// <summary>What colours and shapes the element, each with what it is for and what it is otherwise, light and dark.</summary>
    public static IReadOnlyList<(string Name, string For, string Light, string? Dark)> Theme { get; } =
    [
        ("--cbd-text", "words", "#212b32", "#fff"), ("--cbd-background", "what is behind them", "#fff", "#212b32"), ("--cbd-quiet", "lines, and what is cancelled or to come", "#4c6272", "#aeb7bd"),
        ("--cbd-accent", "bars and cases", "#005eb8", "#7cb5ec"), ("--cbd-good", "attended, and met", "#007f3b", "#5cc689"), ("--cbd-bad", "not there, and what can no longer be met", "#d5281b", "#ff9a8f"),
        ("--cbd-waiting", "not signed yet", "#ffeb3b", null), ("--cbd-focus", "around what the keyboard is on", "#ffeb3b", null),
        ("--cbd-font", "all of it, as the font property has it", "1rem/1.5 Arial, Helvetica, sans-serif", null), ("--cbd-padding", "the room around it", "1rem", null),
    ];

    public static void For(IEndpointConventionBuilder page) => page.Public("How a platform works with this service; it is the same for all.");

    public static string Example(string name) => Examples[name];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ForPlatformsModel).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

using System.Reflection;

namespace Portfolio.Conformance;

/// <summary>
/// The suite as a command: it plays every scenario for every class of an assembly that inherits <see cref="AdapterConformance"/>, and says what to put right.
/// Exit codes: 0 all passed, 1 some failed, 2 there was nothing to play.
/// </summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const string Usage = """
        Usage: tests/conformance path/to/YourConformance.dll [--scenario NAME]…
        The assembly holds a public class that inherits AdapterConformance of tests/Conformance: which adapter, a double of its platform, how the two are connected.
        tests/ProbeConformance is one.
        """;

    private static Task<int> Main(string[] args) => Run(args, Console.Out, Console.Error);

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var path, .. var rest] || rest.Chunk(2).Any(pair => pair is not ["--scenario", _]))
            return Misunderstood(errors, Usage);
        if (!File.Exists(path))
            return Misunderstood(errors, $"There is no file {path}.");
        string[] named = [.. rest.Chunk(2).Select(pair => pair[1])];
        if (named.Except(Scenarios.All.Select(one => one.Name)).FirstOrDefault() is { } unknown)
            return Misunderstood(errors, $"There is no scenario “{unknown}”. There are: {string.Join(", ", Scenarios.All.Select(one => one.Name))}.");
        try
        {
            AdapterConformance[] suites = [.. new SuiteContext(path).LoadMain().GetExportedTypes().Where(IsSuite).Select(type => (AdapterConformance)Activator.CreateInstance(type)!)];
            return suites.Length == 0 ? Misunderstood(errors, $"No public class in {Path.GetFileName(path)} inherits AdapterConformance.\n{Usage}") : await Play(suites, named, output);
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException or ReflectionTypeLoadException or TargetInvocationException)
        {
            return Misunderstood(errors, $"{Path.GetFileName(path)} cannot be loaded: {(e.InnerException ?? e).Message}");
        }
    }

    /// <param name="suites">What to play them for.</param>
    /// <param name="named">The scenarios; all of them where none is named.</param>
    /// <param name="output">Where the table goes.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Play(IReadOnlyList<AdapterConformance> suites, IReadOnlyList<string> named, TextWriter output)
    {
        var (passed, failed) = (0, 0);
        foreach (var suite in suites)
        {
            await output.WriteLineAsync($"{suite.GetType().Name}: {suite.Subject.Description.Title} ({suite.Subject.Description.Name})");
            foreach (var scenario in Scenarios.All.Where(one => named.Count == 0 || named.Contains(one.Name)))
            {
                if (await WhyNot(suite, scenario) is not { } why)
                {
                    passed++;
                    await output.WriteLineAsync($"  passed  {scenario.Name}");
                    continue;
                }
                failed++;
                await output.WriteLineAsync($"  FAILED  {scenario.Name}\n          {why}\n          Put right: {Advice.On(scenario.Name)}");
            }
        }
        await output.WriteLineAsync($"{passed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    // Whatever another's code throws is what it did wrong.
    private static async Task<string?> WhyNot(AdapterConformance suite, Scenario scenario)
    {
        try
        {
            await suite.Play(scenario).WaitAsync(Patience);
            return null;
        }
        catch (Exception e)
        {
            return string.Join(' ', e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(4));
        }
    }

    private static bool IsSuite(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(AdapterConformance)) && type.GetConstructor(Type.EmptyTypes) is not null;

    private static int Misunderstood(TextWriter errors, string words)
    {
        errors.WriteLine(words);
        return 2;
    }
}

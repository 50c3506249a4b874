using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Portfolio.Api.Progress;

/// <summary>The words of one language in which an answer gives its reasons. Amounts, days and codes are written as the language writes them.</summary>
internal sealed class Words
{
    public const string First = "en";
    private const string Prefix = "Texts/";

    private static readonly ConcurrentDictionary<Enum, string> Keys = new();
    private static readonly Dictionary<string, Words> Loaded = Load().ToDictionary(words => words.Language, StringComparer.Ordinal);

    private readonly Dictionary<string, string> texts;

    // An answer says the same few reasons hundreds of times: each is parsed once, and a pack's list of what it accepts is said once.
    private readonly CompositeFormat[] reasons;
    private readonly ConditionalWeakTable<IEnumerable, string> lists = [];

    private Words(string language, Dictionary<string, string> texts) =>
        (Language, this.texts, reasons) = (language, texts, [.. Enum.GetValues<Reason>().Select(reason => CompositeFormat.Parse(texts[Key(reason)]))]);

    public string Language { get; }

    public static IEnumerable<string> Languages => Loaded.Keys.Order(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>The words of a language; where there are none, the English ones.</summary>
    public static Words In(string? language) => Loaded.GetValueOrDefault(language ?? First) ?? Loaded[First];

    public string Say(Reason reason, params ReadOnlySpan<object?> arguments)
    {
        var words = new object?[arguments.Length];
        for (var i = 0; i < words.Length; i++) words[i] = Say(arguments[i]);
        return string.Format(CultureInfo.InvariantCulture, reasons[(int)reason], words);
    }

    /// <summary>An amount with its unit, such as "2.5 double hours".</summary>
    public string Say(decimal amount, CountingUnit unit) => $"{Say(amount)} {texts[$"{Key(unit)}.{(amount == 1 ? "one" : "many")}"]}";

    public static string Key<T>(T code) where T : struct, Enum => Key((Enum)code);

    // What has no words of its own, such as an outcome or a qualification, is said as its form or its pack has it.
    private string Say(object? argument) => argument switch
    {
        null => "",
        CountingUnit unit => texts[$"{Key(unit)}.many"],
        Enum code => texts[Key(code)],
        DateOnly day => day.ToString(texts["day"], CultureInfo.InvariantCulture),
        decimal amount => amount.ToString("0.##", CultureInfo.InvariantCulture).Replace(".", texts["decimal"], StringComparison.Ordinal),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => texts.GetValueOrDefault($"form.{text}", text),
        IEnumerable several => lists.GetValue(several, all => string.Join($" {texts["or"]} ", all.Cast<object?>().Select(Say))),
        _ => argument.ToString() ?? "",
    };

    private static string Key(Enum code) => Keys.GetOrAdd(code, static each => $"{Kebab(each.GetType().Name)}.{Kebab(each.ToString())}");

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static IEnumerable<Words> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return new(name[Prefix.Length..], JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
        }
    }
}

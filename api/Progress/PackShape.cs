using System.Text.RegularExpressions;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

// The shapes of keys, codes, texts, amounts and sources, which every part of a pack shares.
internal static partial class PackShape
{
    public const string KeyShape = "lower-case words of letters and digits joined by hyphens, at most 64 characters";
    public const string LanguageShape = "a language of two small letters (ISO 639-1)";
    public const string SomeOnce = "at least one, each once";
    private const int MostText = 200, MostNote = 500;
    private static readonly PlainTextAttribute Text = new(MostText);

    public static string DayShape { get; } = $"a day from {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}";

    public static bool IsKey(string text) => Key().IsMatch(text);

    public static bool IsCode(string text) => Word().IsMatch(text);

    public static bool IsLanguage(string text) => Language().IsMatch(text);

    public static bool IsDay(DateOnly day) => day >= Fences.FirstDay && day <= Fences.LastDay;

    public static bool HasRepeats<T>(IReadOnlyList<T> items) => items.Distinct().Count() != items.Count;

    public static IEnumerable<DocumentFault> Texts(string path, IReadOnlyDictionary<string, string>? texts, string language)
    {
        if (texts is null) yield break;
        if (!texts.ContainsKey(language)) yield return new(path, $"missing: the pack's own language, {language}");
        foreach (var (key, text) in texts)
        {
            if (!IsLanguage(key)) yield return new($"{path}.{key}", LanguageShape);
            else if (!Text.IsValid(text)) yield return new($"{path}.{key}", $"1 to {MostText} characters on one line");
        }
    }

    public static IEnumerable<DocumentFault> Source(string path, Sourced? sourced)
    {
        if (sourced is { Confirmed: true, Source: null }) yield return new(path, "confirmed, but no source says so");
        if (sourced?.Source is { } source && !IsAddress(source)) yield return new($"{path}.source", "an http or https address");
        if (sourced?.Note is { Length: > MostNote }) yield return new($"{path}.note", $"at most {MostNote} characters");
    }

    public static IEnumerable<DocumentFault> Between(string path, int? value, int least, int most, string what)
    {
        if (value < least || value > most) yield return new(path, $"{least} to {most} {what}");
    }

    public static IEnumerable<DocumentFault> Some<T>(string path, Sourced<IReadOnlyList<T>>? list)
    {
        if (list is not null && (list.Value.Count is 0 || HasRepeats(list.Value))) yield return new($"{path}.value", SomeOnce);
    }

    public static IEnumerable<DocumentFault> Codes(string path, IReadOnlyList<string>? codes) =>
        Each(path, codes, IsCode, "letters, digits and hyphens, at most 32 characters");

    /// <summary>Keys of forms of meeting, or of qualifications, as groups name them.</summary>
    public static IEnumerable<DocumentFault> Names(string path, IReadOnlyList<string>? names) =>
        Each(path, names, name => Name().IsMatch(name), "small letters, digits and hyphens, at most 63 characters");

    private static IEnumerable<DocumentFault> Each(string path, IReadOnlyList<string>? codes, Func<string, bool> fits, string shape)
    {
        if (codes is null) yield break;
        if (codes.Count is 0 or > 20 || HasRepeats(codes)) yield return new(path, "1 to 20 codes, each once");
        for (var i = 0; i < codes.Count; i++)
            if (!fits(codes[i])) yield return new($"{path}[{i}]", shape);
    }

    private static bool IsAddress(string text) =>
        text.Length <= 2000 && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    [GeneratedRegex(@"^(?=.{1,64}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,32}\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,62}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-z]{2}\z")]
    private static partial Regex Language();
}

using System.Text;

namespace Portfolio.Contracts.Records;

// An enum's members as they are written in records: InPerson is `in-person`.
internal static class Codes
{
    public static string Of<T>(T value) where T : struct, Enum =>
        Table<T>.Codes.TryGetValue(value, out var code) ? code : throw new ArgumentOutOfRangeException(nameof(value));

    public static T? Read<T>(string? code) where T : struct, Enum =>
        code is not null && Table<T>.Values.TryGetValue(code, out var value) ? value : null;

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    private static class Table<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Codes = Enum.GetValues<T>().ToDictionary(value => value, value => Kebab(value.ToString()));
        public static readonly Dictionary<string, T> Values = Codes.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}

using System.Text.RegularExpressions;

namespace Portfolio.Api.Assessments;

/// <summary>Whether a text names somebody: what is written about one member says nothing of another.</summary>
internal static partial class NamesMember
{
    /// <summary>
    /// By the first and last name in any letters, or by a part of it that is written as a name is, with a capital: “will” is a word, “Will” may be a member.
    /// Initials and short titles are no names.
    /// </summary>
    /// <param name="own">The name of whom it is about: what they share with another names them.</param>
    public static bool In(string? text, IEnumerable<string> names, string own = "")
    {
        if (text is null)
            return false;
        var words = Parts(text).Except(Parts(own)).ToHashSet(StringComparer.Ordinal);
        return names.Select(Parts).Where(parts => parts.Count > 0).Any(parts =>
            text.Contains(string.Join(' ', parts.TakeLast(2)), StringComparison.OrdinalIgnoreCase) || parts.Any(part => part.Length >= 3 && char.IsUpper(part[0]) && words.Contains(part)));
    }

    private static List<string> Parts(string text) => [.. Words().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*")]
    private static partial Regex Words();
}

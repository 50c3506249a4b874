using System.Text.RegularExpressions;

namespace Portfolio.Api.Assessments;

/// <summary>Whether a text names somebody: what is written about one member says nothing of another.</summary>
internal static partial class NamesMember
{
    /// <summary>
    /// By the whole name in any letters, or by a part of it that is written as a name is, with a capital: “will” is a word, “Will” may be a member.
    /// Initials and titles are no names.
    /// </summary>
    public static bool In(string? text, IEnumerable<string> names)
    {
        if (text is null)
            return false;
        var words = Words().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return names.Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)
            || Words().Matches(name).Select(match => match.Value).Any(part => part.Length >= 3 && char.IsUpper(part[0]) && words.Contains(part)));
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*")]
    private static partial Regex Words();
}

using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>The lengths, dates and codes that bodies, pages and the database agree on.</summary>
public static class Fences
{
    /// <summary>The longest name of a person, a site, a group or a programme, in characters.</summary>
    public const int Name = 200;

    /// <summary>The longest e-mail address, in characters.</summary>
    public const int Email = 254;

    /// <summary>The longest reason that somebody gives for a correction, in characters.</summary>
    public const int Reason = 1000;

    /// <summary>The most minutes that a session can last.</summary>
    public const int SessionMinutes = 600;

    /// <summary>The most people on one register.</summary>
    public const int RegisterLines = 200;

    /// <summary>A key in a path or a sheet: lower-case letters, digits and hyphens.</summary>
    public const string Key = "^[a-z0-9][a-z0-9-]{0,62}$";

    /// <summary>The first day that a fact can be dated.</summary>
    public static DateOnly FirstDay { get; } = new(1990, 1, 1);

    /// <summary>The last day that a fact can be dated.</summary>
    public static DateOnly LastDay { get; } = new(2199, 12, 31);
}

/// <summary>Text that a person wrote: not blank, no control characters, no longer than it says.</summary>
/// <param name="length">The most characters.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PlainTextAttribute(int length) : ValidationAttribute
{
    /// <summary>The most characters.</summary>
    public int Length => length;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string text => text.Length <= length && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && !HasLoneSurrogate(text),
        _ => false,
    };

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"Write 1 to {length} characters, no control characters, not only spaces.";

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
                return true;
        return false;
    }
}

/// <summary>One of a closed list of codes.</summary>
/// <param name="codes">The codes, as they are written in JSON.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CodeAttribute(params string[] codes) : ValidationAttribute
{
    /// <summary>The codes, as they are written in JSON.</summary>
    public IReadOnlyList<string> Codes => codes;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string code => codes.Contains(code, StringComparer.Ordinal),
        IEnumerable<string> many => many.All(code => codes.Contains(code, StringComparer.Ordinal)),
        _ => false,
    };

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "Write one of: " + string.Join(", ", codes) + ".";
}

/// <summary>A local date from 1990 to 2199.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LocalDayAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        DateOnly day => day >= Fences.FirstDay && day <= Fences.LastDay,
        _ => false,
    };

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "Write a day from 1990-01-01 to 2199-12-31.";
}

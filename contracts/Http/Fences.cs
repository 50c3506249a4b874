using System.ComponentModel.DataAnnotations;
using Portfolio.Contracts.Records;

namespace Portfolio.Contracts.Http;

/// <summary>The lengths, dates and codes that bodies, pages and the database agree on.</summary>
public static class Fences
{
    /// <summary>The longest name of a person, a site, a group or a programme, in characters.</summary>
    public const int Name = 200;

    /// <summary>The longest name of a programme, in characters: a demonstration's is longer where it is signed, because it says so.</summary>
    public const int ProgrammeName = 160;

    /// <summary>The longest e-mail address, in characters.</summary>
    public const int Email = 254;

    /// <summary>The longest reason that somebody gives for a correction, in characters.</summary>
    public const int Reason = 1000;

    /// <summary>The longest words beside an assessment, in characters.</summary>
    public const int Note = 2000;

    /// <summary>The code of a type or an outcome: letters, digits and hyphens.</summary>
    public const string Word = "^[A-Za-z0-9-]{1,32}$";

    /// <summary>The longest name that somebody gives a device, in characters.</summary>
    public const int DeviceName = 100;

    /// <summary>The most minutes that a session can last.</summary>
    public const int SessionMinutes = 600;

    /// <summary>The most people on one register.</summary>
    public const int RegisterLines = 200;

    /// <summary>A key in a path or a sheet: lower-case letters, digits and hyphens.</summary>
    public const string Key = "^[a-z0-9][a-z0-9-]{0,62}$";

    /// <summary>A country: two capital letters (ISO 3166-1).</summary>
    public const string Country = "^[A-Z]{2}$";

    /// <summary>The name of an adapter: lower-case letters, digits and hyphens.</summary>
    public const string AdapterName = "^[a-z0-9-]{1,40}$";

    /// <summary>The name of a setting: camelCase.</summary>
    public const string SettingName = "^[a-z][A-Za-z0-9]{0,39}$";

    /// <summary>The first day that a fact can be dated.</summary>
    public static DateOnly FirstDay { get; } = new(1990, 1, 1);

    /// <summary>The last day that a fact can be dated.</summary>
    public static DateOnly LastDay { get; } = new(2199, 12, 31);
}

/// <summary>Text that a person wrote, as a record can show it: one line, nothing invisible, no space at either end, no longer than it says.</summary>
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
        string text => ShortText.Is(text, length),
        _ => false,
    };

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"Write 1 to {length} characters on one line, nothing invisible, no space at either end.";
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

/// <summary>Days of the week, each once: 1 is Monday, 7 is Sunday.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class WeekDaysAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        IReadOnlyList<short> days => days.Count is >= 1 and <= 7 && days.All(day => day is >= 1 and <= 7) && days.Distinct().Count() == days.Count,
        _ => false,
    };

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "Write one to seven days, each once, from 1 for Monday to 7 for Sunday.";
}

/// <summary>Texts that a person wrote, each as a record can show it.</summary>
/// <param name="length">The most characters of each.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PlainTextsAttribute(int length) : ValidationAttribute
{
    /// <summary>The most characters of each.</summary>
    public int Length => length;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not IEnumerable<string?> texts || texts.All(text => text is null || ShortText.Is(text, length));

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => $"Write in each 1 to {length} characters on one line, nothing invisible, no space at either end.";
}

/// <summary>A list in which every item is there: none is null.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NoneMissingAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not IEnumerable<object?> items || items.All(item => item is not null);

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => "Leave no item empty.";
}

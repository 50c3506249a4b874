using System.Text.RegularExpressions;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>Whether what an adapter says of itself can be worked with.</summary>
internal static partial class AdapterCheck
{
    public static string? WhyNot(AdapterDescription description) =>
        !Name().IsMatch(description.Name) ? "its name is lower-case letters, digits and hyphens, at most 40."
        : string.IsNullOrWhiteSpace(description.Title) ? "it has no title."
        : description.Kinds.FirstOrDefault(kind => !Kinds.Contains(kind)) is { } unknown ? $"there is no kind of record {unknown}."
        : description.Limits is { AtOnce: < 1 or > 64 } ? "it bears 1 to 64 attempts at once."
        : description.Limits is { LargestBytes: < 1 } ? "it takes no bytes at all."
        : description.Settings.FirstOrDefault(setting => !SettingName().IsMatch(setting.Name)) is { } named ? $"the name of its setting {named.Name} is not camelCase."
        : description.Settings.GroupBy(setting => setting.Name).FirstOrDefault(name => name.Count() > 1) is { } twice ? $"its setting {twice.Key} is there twice."
        : description.Settings.FirstOrDefault(setting => setting is { Type: SettingType.Secret, Choices.Count: > 0 }) is { } chosen ? $"its setting {chosen.Name} is no secret where it is one of a list."
        : null;

    // One kind more than trainees are asked about: leaders have records too.
    private static readonly HashSet<string> Kinds = [.. PermittedKind.All.Select(kind => kind.Code), "leading"];

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z][A-Za-z0-9]{0,39}$")]
    private static partial Regex SettingName();
}

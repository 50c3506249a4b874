namespace Portfolio.Contracts.Adapters;

/// <summary>What an adapter can do and what it needs to know.</summary>
/// <param name="Name">Its code, such as <c>xapi</c>: lower-case letters, digits and hyphens, at most 40.</param>
/// <param name="Title">What people call such platforms.</param>
/// <param name="Kinds">The kinds of record it can carry.</param>
/// <param name="Repeating">What can be done at best when an answer was lost; what holds over one connection says <see cref="IPortfolioAdapter.RepeatingOver"/>.</param>
/// <param name="Limits">What such platforms bear.</param>
/// <param name="Settings">What has to be known about the platform and about the person there.</param>
public sealed record AdapterDescription(
    string Name, string Title, IReadOnlyList<string> Kinds, Repeating Repeating, AdapterLimits Limits, IReadOnlyList<AdapterSetting> Settings);

/// <summary>What platforms of this make bear.</summary>
/// <param name="AtOnce">The most attempts at once to one platform, 1 to 64.</param>
/// <param name="LargestBytes">The largest record in bytes; larger ones are refused before anything is sent.</param>
public sealed record AdapterLimits(int AtOnce = 4, int LargestBytes = 1 << 20);

/// <summary>One thing that has to be known.</summary>
/// <param name="Name">Its name in <see cref="AdapterConnection.Settings"/>: camelCase.</param>
/// <param name="About">What it is and where it is found, for whoever fills it in.</param>
/// <param name="Type">How it is written.</param>
/// <param name="Whose">Who fills it in.</param>
/// <param name="Required">Whether it must be there before anything can be sent.</param>
/// <param name="Choices">The values it can have, where they are a list.</param>
public sealed record AdapterSetting(
    string Name, string About, SettingType Type = SettingType.Text, SettingOwner Whose = SettingOwner.Programme, bool Required = true, IReadOnlyList<string>? Choices = null);

/// <summary>How a setting is written.</summary>
public enum SettingType
{
    /// <summary>One line of at most 2,000 characters.</summary>
    Text,
    /// <summary>An https URL on a public address.</summary>
    Url,
    /// <summary>One line that is never shown again.</summary>
    Secret,
    /// <summary>A whole number from 0.</summary>
    Number,
}

/// <summary>Who fills a setting in.</summary>
public enum SettingOwner
{
    /// <summary>Whoever looks after the programme's platforms, once for all trainees.</summary>
    Programme,
    /// <summary>Each trainee for themselves.</summary>
    Person,
}

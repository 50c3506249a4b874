using System.Globalization;
using System.Net;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>What an adapter has to know, as it is filled in: judged by what the adapter says of itself.</summary>
internal static class OutwardSettings
{
    private const string At = "$.settings";

    private static readonly PlainTextAttribute OneLine = new(2000);

    private static readonly Dictionary<string, string> Nothing = [];

    /// <param name="sent">All of them; what is left out is taken away, and what has no value stays as it is.</param>
    /// <param name="before">What is set.</param>
    public static (IReadOnlyDictionary<string, string> Settings, IReadOnlyList<FieldError> Errors) Read(
        AdapterDescription adapter, SettingOwner whose, IReadOnlyList<SettingValue> sent, IReadOnlyDictionary<string, string>? before, GuardSettings reach)
    {
        var (there, settings, errors) = (before ?? Nothing, new Dictionary<string, string>(StringComparer.Ordinal), new List<FieldError>());
        foreach (var (index, one) in sent.Index())
        {
            var known = adapter.Settings.FirstOrDefault(setting => setting.Name == one.Name && setting.Whose == whose);
            var value = one.Value ?? there.GetValueOrDefault(one.Name);
            if (known is null)
                Wrong(index, "name", "There is no such setting here.");
            else if (value is not null && WhyNot(known, value, reach) is { } why)
                Wrong(index, "value", why);
            else if (value is not null && !settings.TryAdd(one.Name, value))
                Wrong(index, "name", "It stands twice.");
        }
        // Whoever may change an address need not know the secret that was given for another one.
        if (adapter.Settings.Any(setting => setting.Type == SettingType.Url && there.TryGetValue(setting.Name, out var old) && settings.GetValueOrDefault(setting.Name) != old))
            foreach (var (index, one) in sent.Index())
                if (one.Value is null && there.ContainsKey(one.Name) && adapter.Settings.Any(setting => setting.Name == one.Name && setting.Type == SettingType.Secret))
                    Wrong(index, "value", "An address changes, so write this secret again.");
        return (settings, errors);

        void Wrong(int index, string member, string why) => errors.Add(new($"{At}[{index}].{member}", why));
    }

    /// <summary>What still has to be filled in before anything can be sent.</summary>
    public static IReadOnlyList<string> Missing(AdapterDescription adapter, IReadOnlyDictionary<string, string> settings, SettingOwner? whose = null) =>
        [.. adapter.Settings.Where(setting => setting.Required && (whose is null || setting.Whose == whose) && !settings.ContainsKey(setting.Name)).Select(setting => setting.Name)];

    public static IReadOnlyList<SettingBody> Shown(AdapterDescription adapter, SettingOwner whose, IReadOnlyDictionary<string, string> settings) =>
    [
        .. adapter.Settings.Where(setting => setting.Whose == whose).Select(setting => new SettingBody(
            setting.Name, setting.About, setting.Type.ToString().ToLowerInvariant(), setting.Required, settings.ContainsKey(setting.Name),
            setting.Type == SettingType.Secret ? null : settings.GetValueOrDefault(setting.Name), setting.Choices)),
    ];

    public static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(setting => other.TryGetValue(setting.Key, out var value) && value == setting.Value);

    private static string? WhyNot(AdapterSetting setting, string value, GuardSettings reach) => setting switch
    {
        _ when !OneLine.IsValid(value) => OneLine.FormatErrorMessage(setting.Name),
        { Choices: { } choices } when !choices.Contains(value, StringComparer.Ordinal) => $"Write one of: {string.Join(", ", choices)}.",
        { Type: SettingType.Number } when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "Write a whole number from 0.",
        { Type: SettingType.Url } when !IsReachable(value, reach) => "Write an address that begins with https://, on a public address and without a user in it.",
        _ => null,
    };

    private static bool IsReachable(string value, GuardSettings reach) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && PrivateAddressGuard.Allows(url, reach)
        && (!IPAddress.TryParse(url.IdnHost, out var address) || PrivateAddressGuard.Allows(address, reach));
}

using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Moodle;

/// <summary>What has to be known about a Moodle and about the trainee there.</summary>
internal static class MoodleSettings
{
    public const string Site = "siteUrl", Token = "token", Framework = "frameworkId", Grades = "grades", ClientId = "clientId", TokenUrl = "tokenUrl", LineItems = "lineItemsUrl", Members = "membershipsUrl", IdNumber = "idNumber";

    public static readonly IReadOnlyList<AdapterSetting> All =
    [
        new(Site, "The address of the Moodle site, as it stands in the browser on its front page.", SettingType.Url),
        new(Token, "For ratings: a web service token for core_user_get_users_by_field, core_competency_list_competencies, core_competency_grade_competency, tool_lp_data_for_user_competency_summary, "
            + "core_webservice_get_site_info and, where withdrawn records are to lose their note, core_competency_delete_evidence.", SettingType.Secret, Required: false),
        new(Framework, "For ratings: the number of the competency framework in Moodle, as it stands in the address of its page.", SettingType.Number, Required: false),
        new(Grades, "For ratings: which grade of the framework's scale an outcome of an assessment or the state of a verification is given, counted from 1, such as: met=2; Satisfactory=2; Not satisfactory=1. "
            + "What is not listed is not sent.", Required: false),
        new(ClientId, "For scores: the client ID of our registration as an external tool (LTI 1.3) in Moodle.", Required: false),
        new(TokenUrl, "For scores: the access token URL of that registration; /mod/lti/token.php of the site when left out.", SettingType.Url, Required: false),
        new(LineItems, "For scores: the line items URL of the course, with everything after its question mark.", SettingType.Url, Required: false),
        new(Members, "For scores: the memberships URL of the course.", SettingType.Url, Required: false),
        new(IdNumber, "The ID number in your Moodle profile, where it is not your professional number with or without the body before it.", Whose: SettingOwner.Person, Required: false),
    ];

    /// <summary>The way that a record of this kind takes is not set up.</summary>
    public static Outcome Missing { get; } = new Outcome.NeedsPerson("settings-missing", Everything: false);

    public static string SiteOf(AdapterConnection connection) => connection.Settings[Site].TrimEnd('/');

    public static Uri TokenUrlOf(AdapterConnection connection) => Address(connection, TokenUrl) ?? new(SiteOf(connection) + "/mod/lti/token.php");

    public static Uri? LineItemsOf(AdapterConnection connection) => Address(connection, LineItems);

    public static Uri? MembersOf(AdapterConnection connection) => Address(connection, Members);

    /// <summary>What the trainee's ID number there may be.</summary>
    public static IReadOnlyList<string> NumbersOf(AdapterConnection connection, Holder? holder) => connection.Settings.TryGetValue(IdNumber, out var own) ? [own]
        : holder is { Body: { } body, Number: { } number } ? [body + number, number]
        : [];

    private static Uri? Address(AdapterConnection connection, string name) => connection.Settings.TryGetValue(name, out var text) && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
}

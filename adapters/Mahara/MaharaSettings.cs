using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>What has to be known about a Mahara and about the trainee there.</summary>
internal static class MaharaSettings
{
    public const string Site = "siteUrl", Token = "token", Folder = "folder", OwnToken = "ownToken", Username = "username", Email = "email", Journal = "journal";

    private const string StandardFolder = "Signed records";

    public static readonly IReadOnlyList<AdapterSetting> All =
    [
        new(Site, "The address of the Mahara site, as it stands in the browser on its front page.", SettingType.Url),
        new(Token, "A web service token of an administrator of the institution, for a service with mahara_user_get_users_by_id, mahara_blog_get_blogs_for_user, mahara_blog_create_blogpost and mahara_upload_file. "
            + "Left out where every trainee gives a token of their own.", SettingType.Secret, Required: false),
        new(Folder, $"The folder in the trainee's files that signed files go to; “{StandardFolder}” when left out.", Required: false),
        new(OwnToken, "A token of your own, made in Mahara under Settings, Connected apps. With it entries have their file attached.", SettingType.Secret, SettingOwner.Person, Required: false),
        new(Username, "Your user name in Mahara. It, or your e-mail address there, is needed where you give no token of your own: Mahara does not find people by their number.", Whose: SettingOwner.Person, Required: false),
        new(Email, "Your main e-mail address in Mahara, where you do not know your user name.", Whose: SettingOwner.Person, Required: false),
        new(Journal, "The title of the journal that entries go to, exactly; the last in Mahara's list when left out.", Whose: SettingOwner.Person, Required: false),
    ];

    /// <summary>Nobody to write for, or nothing to write with.</summary>
    public static Outcome Missing { get; } = new Outcome.NeedsPerson("settings-missing");

    public static string FolderOf(IReadOnlyDictionary<string, string> settings) => settings.GetValueOrDefault(Folder, StandardFolder);

    /// <summary>How Mahara is to find the trainee: the name of a field, and what stands in it.</summary>
    public static (string Field, string Value)? Person(IReadOnlyDictionary<string, string> settings) =>
        settings.TryGetValue(Username, out var name) ? ("username", name) : settings.TryGetValue(Email, out var email) ? ("email", email) : null;
}

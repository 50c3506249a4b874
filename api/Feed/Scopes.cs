namespace Portfolio.Api.Feed;

/// <summary>What a token can be good for: a platform's feed, of which a token need not remember more; or what one trainee permitted it, as Open Badges has it.</summary>
internal static class Scopes
{
    private const string OpenBadges = "https://purl.imsglobal.org/spec/ob/v3p0/scope/";

    public const string Feed = "feed", Credentials = OpenBadges + "credential.readonly", Profile = OpenBadges + "profile.readonly", Offline = "offline_access";

    /// <summary>What a platform may ask a trainee for, and what each means.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [Credentials] = "Have the records that the trainee permits.", [Profile] = "See who the trainee is.", [Offline] = "Go on while the trainee is away, until they end it.",
    };

    public static IReadOnlyList<string> All { get; } = [Feed, .. Meanings.Keys];

    private static IReadOnlyList<string> OfOneTrainee => [.. Meanings.Keys];

    /// <returns>What is granted: all that was asked for, the feed where nothing was; or nothing, where there is no such thing or it is not had together.</returns>
    public static string? Granted(string? asked)
    {
        var scopes = Split(asked);
        return scopes is [] or [Feed] ? Feed
            : scopes.Except(OfOneTrainee).Any() || scopes is [Offline] ? null
            : string.Join(' ', scopes);
    }

    /// <summary>Of what was asked for, that which a platform may ask a trainee for; all of it where nothing was.</summary>
    public static string Offered(string? asked) => string.Join(' ', Split(asked) is { Length: > 0 } some ? some.Intersect(OfOneTrainee) : OfOneTrainee);

    public static bool Has(string scope, string one) => Split(scope).Contains(one);

    /// <summary>Whether that is no more than what was given.</summary>
    public static bool IsWithin(string scope, string given) => !Split(scope).Except(Split(given)).Any();

    private static string[] Split(string? scopes) => [.. (scopes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
}

namespace Portfolio.Api.Feed;

/// <summary>What a token can be good for. There is one thing, so a token need not remember which.</summary>
internal static class Scopes
{
    public const string Feed = "feed";

    public static IReadOnlyList<string> All { get; } = [Feed];

    /// <returns>What is granted: all that was asked for, everything where nothing was; or nothing, where there is no such thing.</returns>
    public static string? Granted(string? asked)
    {
        string[] scopes = [.. (asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return scopes.Except(All).Any() ? null : string.Join(' ', scopes is [] ? All : scopes);
    }
}

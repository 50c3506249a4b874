using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>What somebody typed into a large field: one line, as it is kept.</summary>
internal static class TypedText
{
    /// <returns>The text, or what is wrong with it.</returns>
    public static (string Text, string? Wrong) Reason(string? typed, string asked)
    {
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? (text, asked)
            : text.Length > Fences.Reason ? (text, $"Write at most {Fences.Reason} characters: these are {text.Length}.")
            : new PlainTextAttribute(Fences.Reason).IsValid(text) ? (text, null)
            : (text, "There is a character in it that cannot be seen. Type it again rather than pasting it.");
    }
}

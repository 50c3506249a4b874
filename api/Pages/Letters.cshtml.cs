using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Mail;

namespace Portfolio.Api.Pages;

/// <summary>The letters in the pick-up folder, for whoever tries the service out at their own computer.</summary>
internal sealed partial class LettersModel(MailRoom room, AtThisComputer here) : PageModel, IPageFor
{
    private const int Most = 50;

    public static void For(IEndpointConventionBuilder page) => page.Public("Shows letters only at this computer, and only while there is no public address.");

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!here.IsOpen(HttpContext) || room.HasServer)
            return NotFound();
        if (Directory.Exists(room.Folder))
            Letters = [.. new DirectoryInfo(room.Folder).EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).Take(Most)
                .Select(file => LetterFile.Read(System.IO.File.ReadAllText(file.FullName)))];
        return Page();
    }

    /// <summary>A letter's text, its links apart.</summary>
    public static IEnumerable<(string Text, bool Link)> Parts(string text) => Link().Split(text).Select((part, at) => (part, at % 2 == 1));

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Link();
}
